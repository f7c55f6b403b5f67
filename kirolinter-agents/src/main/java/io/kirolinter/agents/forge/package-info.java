/** Which forge a repository belongs to, and with what it lets us in. */
@NullMarked
package io.kirolinter.agents.forge;

import org.jspecify.annotations.NullMarked;
