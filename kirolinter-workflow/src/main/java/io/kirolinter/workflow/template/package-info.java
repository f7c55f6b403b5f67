/** Templates: named lists of steps, the six that are built in, and the check of any. */
@NullMarked
package io.kirolinter.workflow.template;

import org.jspecify.annotations.NullMarked;
