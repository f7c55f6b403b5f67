/** The user's own templates, and the versions of those that evolve. */
@NullMarked
package io.kirolinter.cli.template;

import org.jspecify.annotations.NullMarked;
