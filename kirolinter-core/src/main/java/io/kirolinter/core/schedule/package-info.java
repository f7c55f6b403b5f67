/** Work that is to be done again and again: jobs, and the store that keeps them. */
@NullMarked
package io.kirolinter.core.schedule;

import org.jspecify.annotations.NullMarked;
