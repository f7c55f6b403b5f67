/** What steps hand to each other; each is a record that can be written as JSON. */
@NullMarked
package io.kirolinter.core.artifact;

import org.jspecify.annotations.NullMarked;
