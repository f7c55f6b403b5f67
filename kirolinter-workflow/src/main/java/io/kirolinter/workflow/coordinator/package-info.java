/** The coordinator: drives durable runs, also those that other processes left behind. */
@NullMarked
package io.kirolinter.workflow.coordinator;

import org.jspecify.annotations.NullMarked;
