/** {@code fix}: fixes files as they lie on disk, and takes that back. */
@NullMarked
package io.kirolinter.cli.command.fix;

import org.jspecify.annotations.NullMarked;
