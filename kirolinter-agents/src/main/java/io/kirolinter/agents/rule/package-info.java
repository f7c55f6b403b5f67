/** The contract of a rule of the java analyzer, and what a rule can see. */
@NullMarked
package io.kirolinter.agents.rule;

import org.jspecify.annotations.NullMarked;
