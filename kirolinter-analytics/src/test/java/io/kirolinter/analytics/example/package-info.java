/** The examples of the documentation, compiled and run. */
@NullMarked
package io.kirolinter.analytics.example;

import org.jspecify.annotations.NullMarked;
