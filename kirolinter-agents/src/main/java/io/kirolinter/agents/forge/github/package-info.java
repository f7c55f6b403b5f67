/** GitHub, and GitHub Enterprise. */
@NullMarked
package io.kirolinter.agents.forge.github;

import org.jspecify.annotations.NullMarked;
