/** Rules about code that costs more than it needs to. */
@NullMarked
package io.kirolinter.agents.rule.performance;

import org.jspecify.annotations.NullMarked;
