/** The stores on a Redis server, for a team. */
@NullMarked
package io.kirolinter.core.store.redis;

import org.jspecify.annotations.NullMarked;
