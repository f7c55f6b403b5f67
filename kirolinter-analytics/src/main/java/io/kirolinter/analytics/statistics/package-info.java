/** Exact methods for small samples, as values: proportions, sign tests, signed ranks, Holm. */
@NullMarked
package io.kirolinter.analytics.statistics;

import org.jspecify.annotations.NullMarked;
