/** What authors of extensions test a step with; needs no test library, and nothing but core. */
@NullMarked
package io.kirolinter.core.testing;

import org.jspecify.annotations.NullMarked;
