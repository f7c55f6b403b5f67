/** Repositories, their history, and branches, by way of the git binary. */
@NullMarked
package io.kirolinter.agents.git;

import org.jspecify.annotations.NullMarked;
