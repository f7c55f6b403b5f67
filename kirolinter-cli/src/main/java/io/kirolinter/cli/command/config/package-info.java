/** {@code config}: settings, and trust in what a repository wants. */
@NullMarked
package io.kirolinter.cli.command.config;

import org.jspecify.annotations.NullMarked;
