/** Watches what becomes of fixes: what is kept of each, and the evidence in git and on forges. */
@NullMarked
package io.kirolinter.agents.outcome;

import org.jspecify.annotations.NullMarked;
