/**
 * Which commit is checked out, seen from the few files that git keeps it in, and when it changes.
 */
@NullMarked
package io.kirolinter.agents.git.refs;

import org.jspecify.annotations.NullMarked;
