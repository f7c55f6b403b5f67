package io.kirolinter.agents.fix.apply;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.util.Optional;

/**
 * What is needed to take the change of one file back.
 *
 * @param before of the original content, which lies in a file of this name
 * @param after of the content that was written
 * @param permissions such as {@code rw-r--r--}; empty where the file system knows none
 */
public record UndoEntry(
    SourcePath path, ContentHash before, ContentHash after, Optional<String> permissions) {

  public UndoEntry {
    requireNonNull(path, "path");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    requireNonNull(permissions, "permissions");
  }
}
