/** The fixer: turns findings into checked changes, and puts them where they are wanted. */
@NullMarked
package io.kirolinter.agents.fix;

import org.jspecify.annotations.NullMarked;
