/** How commands end: exit codes, and what an interrupt does. */
@NullMarked
package io.kirolinter.cli.exit;

import org.jspecify.annotations.NullMarked;
