/** The exceptions of this product, and the form that every message of theirs has. */
@NullMarked
package io.kirolinter.core.error;

import org.jspecify.annotations.NullMarked;
