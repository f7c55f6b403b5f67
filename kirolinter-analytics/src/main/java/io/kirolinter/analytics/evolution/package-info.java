/** Step lists of the history that are worth an experiment. */
@NullMarked
package io.kirolinter.analytics.evolution;

import org.jspecify.annotations.NullMarked;
