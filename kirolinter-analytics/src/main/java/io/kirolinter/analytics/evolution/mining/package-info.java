/**
 * Hypotheses about templates from the runs of the past, and challengers that put them to the test.
 */
@NullMarked
package io.kirolinter.analytics.evolution.mining;

import org.jspecify.annotations.NullMarked;
