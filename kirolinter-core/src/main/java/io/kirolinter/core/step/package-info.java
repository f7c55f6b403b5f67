/** The contract of a step, the unit of work that a run is made of. */
@NullMarked
package io.kirolinter.core.step;

import org.jspecify.annotations.NullMarked;
