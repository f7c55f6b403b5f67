/** How long runs, experiments and what was learned are kept, and their deletion afterwards. */
@NullMarked
package io.kirolinter.workflow.retention;

import org.jspecify.annotations.NullMarked;
