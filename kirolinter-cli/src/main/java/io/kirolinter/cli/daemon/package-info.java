/**
 * The process in the background: one for each data folder, how it is started, found and stopped.
 */
@NullMarked
package io.kirolinter.cli.daemon;

import org.jspecify.annotations.NullMarked;
