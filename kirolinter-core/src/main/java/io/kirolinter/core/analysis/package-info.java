/** The contract of an analyzer. */
@NullMarked
package io.kirolinter.core.analysis;

import org.jspecify.annotations.NullMarked;
