/** Plugins: jars in a folder that bring agents, analyzers and channels along. */
@NullMarked
package io.kirolinter.core.plugin;

import org.jspecify.annotations.NullMarked;
