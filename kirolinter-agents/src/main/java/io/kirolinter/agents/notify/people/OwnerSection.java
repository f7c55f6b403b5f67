package io.kirolinter.agents.notify.people;

import io.kirolinter.core.source.SourcePath;
import java.util.List;

/** Lines of which the last one that covers a file tells its owners. */
record OwnerSection(List<OwnerLine> lines) {

  OwnerSection {
    lines = List.copyOf(lines);
  }

  List<String> ownersOf(SourcePath path) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i).covers(path)) {
        return lines.get(i).owners();
      }
    }
    return List.of();
  }
}
