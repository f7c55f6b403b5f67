/**
 * The command line: one class per command, which reads its options and calls one door of the
 * library. Commands of one kind have a package of their own below.
 */
@NullMarked
package io.kirolinter.cli.command;

import org.jspecify.annotations.NullMarked;
