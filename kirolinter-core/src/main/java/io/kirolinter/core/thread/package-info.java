/** Threads that keep no process alive. */
@NullMarked
package io.kirolinter.core.thread;

import org.jspecify.annotations.NullMarked;
