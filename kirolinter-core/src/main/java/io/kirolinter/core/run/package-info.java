/** The data of a run and the journal that keeps it. */
@NullMarked
package io.kirolinter.core.run;

import org.jspecify.annotations.NullMarked;
