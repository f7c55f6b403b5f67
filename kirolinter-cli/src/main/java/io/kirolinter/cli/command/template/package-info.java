/** {@code agent templates}: the user's own templates. */
@NullMarked
package io.kirolinter.cli.command.template;

import org.jspecify.annotations.NullMarked;
