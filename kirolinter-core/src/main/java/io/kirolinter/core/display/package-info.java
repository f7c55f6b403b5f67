/** Text of unknown origin made fit to be looked at, on a terminal and in a page. */
@NullMarked
package io.kirolinter.core.display;

import org.jspecify.annotations.NullMarked;
