/**
 * Where the parts of the product are put together, and the only place that reads the environment.
 */
@NullMarked
package io.kirolinter.cli.wiring;

import org.jspecify.annotations.NullMarked;
