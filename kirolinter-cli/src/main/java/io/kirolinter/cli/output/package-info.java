/** What commands print: results as text and JSON, and progress. */
@NullMarked
package io.kirolinter.cli.output;

import org.jspecify.annotations.NullMarked;
