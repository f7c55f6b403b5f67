/** Trying again what a busy or unreachable service did not take. */
@NullMarked
package io.kirolinter.agents.retry;

import org.jspecify.annotations.NullMarked;
