/**
 * At which moments a schedule fires: intervals, cron expressions, jitter, and what counts as late.
 */
@NullMarked
package io.kirolinter.workflow.calendar;

import org.jspecify.annotations.NullMarked;
