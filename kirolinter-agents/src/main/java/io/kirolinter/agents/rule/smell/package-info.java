/** Rules about code that is harder to read or change than it needs to be. */
@NullMarked
package io.kirolinter.agents.rule.smell;

import org.jspecify.annotations.NullMarked;
