/** The door of this module: the six agents of the product. */
@NullMarked
package io.kirolinter.agents.standard;

import org.jspecify.annotations.NullMarked;
