/** Rules about code that does not do what it seems to. */
@NullMarked
package io.kirolinter.agents.rule.correctness;

import org.jspecify.annotations.NullMarked;
