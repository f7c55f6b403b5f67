/** The contract of a forge: where branches become pull requests that people review. */
@NullMarked
package io.kirolinter.core.forge;

import org.jspecify.annotations.NullMarked;
