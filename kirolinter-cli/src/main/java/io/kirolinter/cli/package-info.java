/** The command line. */
@NullMarked
package io.kirolinter.cli;

import org.jspecify.annotations.NullMarked;
