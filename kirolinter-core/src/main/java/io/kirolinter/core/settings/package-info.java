/** What a repository and its user settle once for all runs, read from YAML files. */
@NullMarked
package io.kirolinter.core.settings;

import org.jspecify.annotations.NullMarked;
