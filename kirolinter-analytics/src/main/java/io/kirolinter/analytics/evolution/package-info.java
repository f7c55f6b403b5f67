/**
 * Templates that evolve: challengers are tried by randomised runs, and one replaces the champion
 * only through a test that holds whenever one looks. {@link
 * io.kirolinter.analytics.evolution.Evolution} is the front; {@link
 * io.kirolinter.analytics.evolution.Lineage} is what the log of one template says.
 */
@NullMarked
package io.kirolinter.analytics.evolution;

import org.jspecify.annotations.NullMarked;
