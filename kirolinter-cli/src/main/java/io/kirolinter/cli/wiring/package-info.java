/** Where the parts of the product are put together. */
@NullMarked
package io.kirolinter.cli.wiring;

import org.jspecify.annotations.NullMarked;
