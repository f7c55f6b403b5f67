/** The stores as SQLite files in one folder, used by any number of processes at once. */
@NullMarked
package io.kirolinter.core.store.embedded;

import org.jspecify.annotations.NullMarked;
