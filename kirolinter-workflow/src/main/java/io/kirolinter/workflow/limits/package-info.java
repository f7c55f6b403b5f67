/** When the machine that work would run on is better left alone. */
@NullMarked
package io.kirolinter.workflow.limits;

import org.jspecify.annotations.NullMarked;
