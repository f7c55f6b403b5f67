/** How a rule is put to the test: by sources that say themselves what is wrong with them. */
@NullMarked
package io.kirolinter.agents.rule.testkit;

import org.jspecify.annotations.NullMarked;
