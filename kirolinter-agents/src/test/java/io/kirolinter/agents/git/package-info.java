/** Tests on real repositories, and the means to make them. */
@NullMarked
package io.kirolinter.agents.git;

import org.jspecify.annotations.NullMarked;
