/** Checks of the fixed state as a whole, over all files. */
@NullMarked
package io.kirolinter.agents.fix.gate;

import org.jspecify.annotations.NullMarked;
