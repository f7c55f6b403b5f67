/** How long work tells where it is, and how it is told to stop. */
@NullMarked
package io.kirolinter.core.progress;

import org.jspecify.annotations.NullMarked;
