/** Conditions on what the earlier steps of a run found and made. */
@NullMarked
package io.kirolinter.core.condition;

import org.jspecify.annotations.NullMarked;
