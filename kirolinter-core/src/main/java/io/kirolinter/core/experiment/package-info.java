/** Experiments as they are kept: their plans and results, whatever these mean. */
@NullMarked
package io.kirolinter.core.experiment;

import org.jspecify.annotations.NullMarked;
