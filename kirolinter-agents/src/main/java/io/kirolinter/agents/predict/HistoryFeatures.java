package io.kirolinter.agents.predict;

import io.kirolinter.core.source.SourcePath;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the history up to one commit tells about the files of that commit. It depends on nothing
 * else, not even the time, so it is kept under the name of the commit.
 *
 * @param commits how many commits were read
 * @param files the files that a commit names
 */
record HistoryFeatures(int commits, List<FileHistory> files) {

  /** Part of the name under which features are kept: raised when they are computed otherwise. */
  static final int VERSION = 1;

  HistoryFeatures {
    files = List.copyOf(files);
  }

  Map<SourcePath, FileHistory> byPath() {
    return files.stream().collect(Collectors.toMap(FileHistory::path, Function.identity()));
  }
}
