/** The choices that a person makes fix by fix. */
@NullMarked
package io.kirolinter.core.choice;

import org.jspecify.annotations.NullMarked;
