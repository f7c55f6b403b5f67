/** What the commits of a repository tell about its files: read once, then only what is new. */
@NullMarked
package io.kirolinter.agents.predict.history;

import org.jspecify.annotations.NullMarked;
