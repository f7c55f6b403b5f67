/** What is analysed: a repository, its identity, and snapshots of its files. */
@NullMarked
package io.kirolinter.core.repository;

import org.jspecify.annotations.NullMarked;
