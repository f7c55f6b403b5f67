/** What was learned about repositories, kept between runs. */
@NullMarked
package io.kirolinter.core.memory;

import org.jspecify.annotations.NullMarked;
