/** What became of fixes, and what that says about the rules that made them. */
@NullMarked
package io.kirolinter.core.experience;

import org.jspecify.annotations.NullMarked;
