/** {@code agent}: starts runs, looks at them, goes on with them and takes them back. */
@NullMarked
package io.kirolinter.cli.command.run;

import org.jspecify.annotations.NullMarked;
