/** Questions to a person, and where the answers come from. */
@NullMarked
package io.kirolinter.cli.dialogue;

import org.jspecify.annotations.NullMarked;
