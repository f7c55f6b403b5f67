/** What of the code and its secrets the data folder holds. */
@NullMarked
package io.kirolinter.cli.privacy;

import org.jspecify.annotations.NullMarked;
