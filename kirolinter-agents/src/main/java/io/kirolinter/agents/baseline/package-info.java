/** The findings that a project knows of old and does not want to hear of again. */
@NullMarked
package io.kirolinter.agents.baseline;

import org.jspecify.annotations.NullMarked;
