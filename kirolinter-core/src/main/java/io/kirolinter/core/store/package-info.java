/** The stores behind one door. */
@NullMarked
package io.kirolinter.core.store;

import org.jspecify.annotations.NullMarked;
