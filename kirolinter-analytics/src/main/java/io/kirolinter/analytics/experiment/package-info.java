/** Paired, randomised comparisons of two templates: plan, run, analyse. */
@NullMarked
package io.kirolinter.analytics.experiment;

import org.jspecify.annotations.NullMarked;
