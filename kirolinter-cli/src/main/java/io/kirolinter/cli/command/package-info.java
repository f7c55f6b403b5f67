/** One class per command: each reads its options and calls one door of the library. */
@NullMarked
package io.kirolinter.cli.command;

import org.jspecify.annotations.NullMarked;
