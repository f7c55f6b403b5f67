/** Which commands of other people a user lets run, and which command checks fixes. */
@NullMarked
package io.kirolinter.core.trust;

import org.jspecify.annotations.NullMarked;
