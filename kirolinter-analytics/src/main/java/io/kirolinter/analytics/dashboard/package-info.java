/** What is known of runs and code as a page to look at: in one file, or served on this machine. */
@NullMarked
package io.kirolinter.analytics.dashboard;

import org.jspecify.annotations.NullMarked;
