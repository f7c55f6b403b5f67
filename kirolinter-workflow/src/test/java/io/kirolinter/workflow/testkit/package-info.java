/** Real parts for tests of workflows: a folder to work on, and steps that work on it. */
@NullMarked
package io.kirolinter.workflow.testkit;

import org.jspecify.annotations.NullMarked;
