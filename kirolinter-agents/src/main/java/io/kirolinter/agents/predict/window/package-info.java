/** What was known of the files at past moments, and what became of them in the half-year after. */
@NullMarked
package io.kirolinter.agents.predict.window;

import org.jspecify.annotations.NullMarked;
