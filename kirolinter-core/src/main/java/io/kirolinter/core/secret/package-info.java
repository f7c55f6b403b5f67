/** What secrets look like, and where they stand in a text. */
@NullMarked
package io.kirolinter.core.secret;

import org.jspecify.annotations.NullMarked;
