/** The line in which runs wait for workers. */
@NullMarked
package io.kirolinter.core.work;

import org.jspecify.annotations.NullMarked;
