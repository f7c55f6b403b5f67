/** Files as text: paths, positions, ranges, edits. */
@NullMarked
package io.kirolinter.core.source;

import org.jspecify.annotations.NullMarked;
