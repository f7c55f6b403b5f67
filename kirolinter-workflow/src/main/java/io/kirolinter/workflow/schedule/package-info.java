/** Jobs in the background: templates that run again and again. */
@NullMarked
package io.kirolinter.workflow.schedule;

import org.jspecify.annotations.NullMarked;
