/** Whether what is measured over and over gets better or worse. */
@NullMarked
package io.kirolinter.analytics.trend;

import org.jspecify.annotations.NullMarked;
