/** GitLab, in its cloud or on a server of one's own. */
@NullMarked
package io.kirolinter.agents.forge.gitlab;

import org.jspecify.annotations.NullMarked;
