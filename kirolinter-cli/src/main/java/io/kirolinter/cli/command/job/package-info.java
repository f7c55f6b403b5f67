/** {@code agent jobs}: jobs of the background. */
@NullMarked
package io.kirolinter.cli.command.job;

import org.jspecify.annotations.NullMarked;
