/** How the code of a repository did over time, by what runs found in it. */
@NullMarked
package io.kirolinter.analytics.quality;

import org.jspecify.annotations.NullMarked;
