/** Templates as people write them, before their steps are looked up. */
@NullMarked
package io.kirolinter.core.template;

import org.jspecify.annotations.NullMarked;
