/** Runs of templates in clones and stores of their own, for experiments and evolution. */
@NullMarked
package io.kirolinter.cli.trial;

import org.jspecify.annotations.NullMarked;
