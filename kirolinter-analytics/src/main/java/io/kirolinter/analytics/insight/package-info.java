/** All that is known of runs and code of one or all repositories, read from the stores. */
@NullMarked
package io.kirolinter.analytics.insight;

import org.jspecify.annotations.NullMarked;
