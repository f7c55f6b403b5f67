/** The predictor: in which files trouble is likely, by history, size and what was learned. */
@NullMarked
package io.kirolinter.agents.predict;

import org.jspecify.annotations.NullMarked;
