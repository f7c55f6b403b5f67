/**
 * Real Redis servers for tests, started by the tests themselves, and a proxy that makes connections
 * fail.
 *
 * <p>A server binary is taken from the environment variable {@code KIROLINTER_TEST_REDIS}, else
 * {@code redis-server} or {@code valkey-server} on the path, else out of {@code
 * org.signal:embedded-redis}. A module that uses this package declares that library in test scope,
 * without its dependencies, so that its tests also run where no server is installed.
 */
@NullMarked
package io.kirolinter.core.testkit.redis;

import org.jspecify.annotations.NullMarked;
