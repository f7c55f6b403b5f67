/** The learner: what a run adds to the memory. */
@NullMarked
package io.kirolinter.agents.learn;

import org.jspecify.annotations.NullMarked;
