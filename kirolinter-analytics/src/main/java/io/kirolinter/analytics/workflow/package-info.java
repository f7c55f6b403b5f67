/** What the history of runs says: rates with intervals, durations, failures, recommendations. */
@NullMarked
package io.kirolinter.analytics.workflow;

import org.jspecify.annotations.NullMarked;
