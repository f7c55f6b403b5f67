/** Runs of real processes that are killed. */
@NullMarked
package io.kirolinter.cli.durability;

import org.jspecify.annotations.NullMarked;
