/** What tests of agents need: real repositories, and a context to run steps in. */
@NullMarked
package io.kirolinter.agents.testkit;

import org.jspecify.annotations.NullMarked;
