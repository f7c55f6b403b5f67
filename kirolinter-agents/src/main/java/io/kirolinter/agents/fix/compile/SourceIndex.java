package io.kirolinter.agents.fix.compile;

import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The Java files of a snapshot by folder, and their outlines. Safe for use by many threads. */
final class SourceIndex {

  private final Snapshot snapshot;
  private final Map<String, Map<String, List<SnapshotFile>>> foldersByName = new HashMap<>();
  private final Map<SourcePath, String> outlines = new ConcurrentHashMap<>();

  private SourceIndex(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  static SourceIndex of(Snapshot snapshot) {
    SourceIndex index = new SourceIndex(snapshot);
    snapshot.files().stream().filter(SourceIndex::declaresTypes).forEach(index::add);
    return index;
  }

  /** {@return the files in all folders that could be that of a package} */
  List<SnapshotFile> filesOf(String packageName) {
    String place = packageName.replace('.', '/');
    List<SnapshotFile> files = new ArrayList<>();
    foldersByName
        .getOrDefault(lastName(place), Map.of())
        .forEach(
            (folder, inside) -> {
              if (folder.equals(place) || folder.endsWith("/" + place)) {
                files.addAll(inside);
              }
            });
    return files;
  }

  boolean hasPackage(String packageName) {
    return !filesOf(packageName).isEmpty();
  }

  /** {@return the outline of a file; empty text for one that cannot be read} */
  String outlineOf(SnapshotFile file) {
    return outlines.computeIfAbsent(file.path(), path -> read(file));
  }

  private String read(SnapshotFile file) {
    try {
      return SourceText.decode(snapshot.read(file)).map(t -> Outline.of(t.text())).orElse("");
    } catch (KiroLinterException e) {
      return ""; // then its types are missing before and after alike
    }
  }

  private void add(SnapshotFile file) {
    String folder = file.path().folder();
    foldersByName
        .computeIfAbsent(lastName(folder), name -> new HashMap<>())
        .computeIfAbsent(folder, name -> new ArrayList<>())
        .add(file);
  }

  /** The files that only describe a module or package say nothing that fixes depend on. */
  private static boolean declaresTypes(SnapshotFile file) {
    String name = file.path().fileName();
    return name.endsWith(".java") && name.indexOf('-') < 0;
  }

  private static String lastName(String place) {
    return place.substring(place.lastIndexOf('/') + 1);
  }
}
