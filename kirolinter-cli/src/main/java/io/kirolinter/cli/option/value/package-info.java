/** How the words of options become values. */
@NullMarked
package io.kirolinter.cli.option.value;

import org.jspecify.annotations.NullMarked;
