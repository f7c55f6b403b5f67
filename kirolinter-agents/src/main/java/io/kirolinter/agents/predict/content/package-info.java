/** What the text of a file tells about it, counted without understanding it. */
@NullMarked
package io.kirolinter.agents.predict.content;

import org.jspecify.annotations.NullMarked;
