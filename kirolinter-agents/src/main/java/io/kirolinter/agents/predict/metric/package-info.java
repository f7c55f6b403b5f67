/** How good a ranking or a forecast was, once it is known what happened. */
@NullMarked
package io.kirolinter.agents.predict.metric;

import org.jspecify.annotations.NullMarked;
