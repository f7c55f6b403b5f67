/** Secrets that channels need: where they come from, and how they stay unseen. */
@NullMarked
package io.kirolinter.agents.notify.secret;

import org.jspecify.annotations.NullMarked;
