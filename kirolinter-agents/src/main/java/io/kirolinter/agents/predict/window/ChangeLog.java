package io.kirolinter.agents.predict.window;

import io.kirolinter.agents.predict.history.Change;
import io.kirolinter.agents.predict.history.FileHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Every change of every file, for those orders that need them one by one. */
final class ChangeLog {

  private final IdentityHashMap<FileHistory, List<Change>> changes = new IdentityHashMap<>();
  private long begin = Long.MAX_VALUE;

  void add(FileHistory file, Change change) {
    changes.computeIfAbsent(file, any -> new ArrayList<>()).add(change);
    begin = Math.min(begin, change.second());
  }

  List<Change> of(FileHistory file) {
    return changes.getOrDefault(file, List.of());
  }

  /** {@return when the first file was changed; {@code now} if none was} */
  Instant begin(Instant now) {
    return begin == Long.MAX_VALUE ? now : Instant.ofEpochSecond(begin);
  }
}
