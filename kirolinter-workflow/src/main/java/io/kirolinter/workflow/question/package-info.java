/** What a run asks a person, and what it is answered. */
@NullMarked
package io.kirolinter.workflow.question;

import org.jspecify.annotations.NullMarked;
