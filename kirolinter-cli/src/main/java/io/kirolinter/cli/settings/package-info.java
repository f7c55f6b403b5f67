/** What repositories and their users have settled, together. */
@NullMarked
package io.kirolinter.cli.settings;

import org.jspecify.annotations.NullMarked;
