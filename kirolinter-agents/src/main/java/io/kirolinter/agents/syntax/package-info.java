/** Java files as syntax: the compiler's parse tree, comments and tokens, and scopes. */
@NullMarked
package io.kirolinter.agents.syntax;

import org.jspecify.annotations.NullMarked;
