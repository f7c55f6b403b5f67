/** Whom findings concern: the owners of files, and who changed them lately. */
@NullMarked
package io.kirolinter.agents.notify.people;

import org.jspecify.annotations.NullMarked;
