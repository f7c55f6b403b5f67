/** Branches become pull requests: one each, within limits, and none that nobody needs any more. */
@NullMarked
package io.kirolinter.agents.integrate.publish;

import org.jspecify.annotations.NullMarked;
