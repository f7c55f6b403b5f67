/** What a repository usually does: its ways of naming, of laying out code, and its idioms. */
@NullMarked
package io.kirolinter.agents.habit;

import org.jspecify.annotations.NullMarked;
