/** Runs the user's own check, such as the build, on the fixed state in a folder of its own. */
@NullMarked
package io.kirolinter.agents.fix.verify;

import org.jspecify.annotations.NullMarked;
