/** The reviewer: the java analyzer and the step that runs the analyzers. */
@NullMarked
package io.kirolinter.agents.review;

import org.jspecify.annotations.NullMarked;
