/** Secrets: what they look like, where they stand in a text, and how they stay unseen. */
@NullMarked
package io.kirolinter.core.secret;

import org.jspecify.annotations.NullMarked;
