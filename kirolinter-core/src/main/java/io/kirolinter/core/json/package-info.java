/** The one way in which this product writes and reads JSON. */
@NullMarked
package io.kirolinter.core.json;

import org.jspecify.annotations.NullMarked;
