/** Rules with planted faults and snapshots in memory, for the tests of the fixer. */
@NullMarked
package io.kirolinter.agents.fix.testkit;

import org.jspecify.annotations.NullMarked;
