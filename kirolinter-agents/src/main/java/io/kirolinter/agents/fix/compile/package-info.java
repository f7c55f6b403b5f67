/** The compiler gate: no fix may bring a compiler error that was not there before. */
@NullMarked
package io.kirolinter.agents.fix.compile;

import org.jspecify.annotations.NullMarked;
