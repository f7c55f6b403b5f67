/** How well the model would have foretold the past of a repository, beside simple orders. */
@NullMarked
package io.kirolinter.agents.predict.backtest;

import org.jspecify.annotations.NullMarked;
