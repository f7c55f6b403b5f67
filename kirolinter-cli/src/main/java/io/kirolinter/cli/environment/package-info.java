/** What a command takes from its surroundings, and the only place that reads them. */
@NullMarked
package io.kirolinter.cli.environment;

import org.jspecify.annotations.NullMarked;
