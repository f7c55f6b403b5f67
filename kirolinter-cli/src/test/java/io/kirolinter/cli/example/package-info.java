/** The examples of the README, as tests: embedding the library, and a step of one's own. */
@NullMarked
package io.kirolinter.cli.example;

import org.jspecify.annotations.NullMarked;
