/** Changed files as values: their texts before and after, and the edits in between. */
@NullMarked
package io.kirolinter.agents.fix.change;

import org.jspecify.annotations.NullMarked;
