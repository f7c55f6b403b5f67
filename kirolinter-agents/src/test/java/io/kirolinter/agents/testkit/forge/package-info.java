/** Forges on this machine for tests: git over HTTP, and the interface for programs. */
@NullMarked
package io.kirolinter.agents.testkit.forge;

import org.jspecify.annotations.NullMarked;
