@NullMarked
package io.kirolinter.cli.daemon;

import org.jspecify.annotations.NullMarked;
