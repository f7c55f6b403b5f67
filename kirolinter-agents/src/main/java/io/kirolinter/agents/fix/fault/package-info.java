/** Finds the few faulty ones among many things that work only together, with few trials. */
@NullMarked
package io.kirolinter.agents.fix.fault;

import org.jspecify.annotations.NullMarked;
