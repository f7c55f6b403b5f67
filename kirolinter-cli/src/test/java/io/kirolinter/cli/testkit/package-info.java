/** What tests of the command line need: a place to run commands in, and what came of them. */
@NullMarked
package io.kirolinter.cli.testkit;

import org.jspecify.annotations.NullMarked;
