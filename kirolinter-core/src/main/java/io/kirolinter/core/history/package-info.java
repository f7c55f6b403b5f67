/**
 * What stays of interest of runs that are over, short enough to read a hundred thousand of them.
 */
@NullMarked
package io.kirolinter.core.history;

import org.jspecify.annotations.NullMarked;
