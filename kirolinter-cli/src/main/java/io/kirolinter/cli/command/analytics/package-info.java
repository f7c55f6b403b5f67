/** {@code agent analytics}, {@code dashboard}, and comparisons of templates. */
@NullMarked
package io.kirolinter.cli.command.analytics;

import org.jspecify.annotations.NullMarked;
