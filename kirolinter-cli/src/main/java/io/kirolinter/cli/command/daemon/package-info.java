/** {@code daemon} and {@code worker}: processes that stay. */
@NullMarked
package io.kirolinter.cli.command.daemon;

import org.jspecify.annotations.NullMarked;
