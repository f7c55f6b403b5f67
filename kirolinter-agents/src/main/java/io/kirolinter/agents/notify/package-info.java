/** The notifier: channels, and the step that tells people what was found. */
@NullMarked
package io.kirolinter.agents.notify;

import org.jspecify.annotations.NullMarked;
