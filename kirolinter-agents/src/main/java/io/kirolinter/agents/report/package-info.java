/** The result of an analysis as a file for other tools and for people. */
@NullMarked
package io.kirolinter.agents.report;

import org.jspecify.annotations.NullMarked;
