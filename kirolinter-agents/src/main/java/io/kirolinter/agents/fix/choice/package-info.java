/** The choices that a person makes fix by fix. */
@NullMarked
package io.kirolinter.agents.fix.choice;

import org.jspecify.annotations.NullMarked;
