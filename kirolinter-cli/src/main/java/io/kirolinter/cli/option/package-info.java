/** What commands are told, options and parameters, and what is said about wrong ones. */
@NullMarked
package io.kirolinter.cli.option;

import org.jspecify.annotations.NullMarked;
