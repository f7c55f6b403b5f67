/** The model: from what is known of files to the chance of a fix, and how it is fitted. */
@NullMarked
package io.kirolinter.agents.predict.model;

import org.jspecify.annotations.NullMarked;
