/** {@code agent}, and commands that let one agent work alone. */
@NullMarked
package io.kirolinter.cli.command.agent;

import org.jspecify.annotations.NullMarked;
