/** The integrator: fixes become commits on a branch, and a text that asks people to take them. */
@NullMarked
package io.kirolinter.agents.integrate;

import org.jspecify.annotations.NullMarked;
