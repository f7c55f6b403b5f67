/** Talking to the programming interface of a forge over HTTP. */
@NullMarked
package io.kirolinter.agents.forge.http;

import org.jspecify.annotations.NullMarked;
