/** The analyzer {@code sarif}: what other tools found, read from their SARIF 2.1.0 files. */
@NullMarked
package io.kirolinter.agents.sarif;

import org.jspecify.annotations.NullMarked;
