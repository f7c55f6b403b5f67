package io.kirolinter.agents.predict.window;

import io.kirolinter.agents.review.SourceSelection;
import io.kirolinter.core.analysis.Scope.SourceSets;
import io.kirolinter.core.repository.SnapshotFile;
import java.util.List;
import java.util.Set;

/** Which files are ranked: Java code, without the files that hold no type. */
public final class Population {

  private static final Set<String> WITHOUT_TYPES = Set.of("package-info.java", "module-info.java");

  private Population() {}

  public static List<SnapshotFile> of(List<SnapshotFile> files, SourceSets sources) {
    return files.stream()
        .filter(file -> file.path().value().endsWith(".java"))
        .filter(file -> !WITHOUT_TYPES.contains(file.path().fileName()))
        .filter(SourceSelection.of(sources))
        .toList();
  }
}
