/** Messages to people, and the contract of a channel that carries them. */
@NullMarked
package io.kirolinter.core.notice;

import org.jspecify.annotations.NullMarked;
