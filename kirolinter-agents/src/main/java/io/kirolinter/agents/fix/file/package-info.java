/** Fixes one file: applies what the rules propose, and checks every step before it counts. */
@NullMarked
package io.kirolinter.agents.fix.file;

import org.jspecify.annotations.NullMarked;
