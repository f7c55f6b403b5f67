package io.kirolinter.agents.fix.compile;

import io.kirolinter.agents.fix.change.FileChange;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Changed files that one compiler can see at once: no two of them declare the same type. Files of
 * all modules see each other; where modules have types of the same name, a file sees its own.
 */
final class CompileGroup {

  private final List<FileChange> files = new ArrayList<>();
  private final Set<String> types = new HashSet<>();
  private final Set<String> roots = new HashSet<>();

  /** {@return as few groups as needed} */
  static List<CompileGroup> of(List<FileChange> changes) {
    List<CompileGroup> groups = new ArrayList<>();
    for (FileChange change : changes) {
      boolean taken = groups.stream().anyMatch(group -> group.add(change));
      if (!taken) {
        CompileGroup group = new CompileGroup();
        group.add(change);
        groups.add(group);
      }
    }
    return groups;
  }

  List<FileChange> files() {
    return files;
  }

  /** {@return the files of a package that its members see, one for each name} */
  List<SnapshotFile> chosen(List<SnapshotFile> candidates) {
    Map<String, SnapshotFile> byName = new LinkedHashMap<>();
    candidates.stream()
        .sorted(Comparator.comparingInt(this::distance).thenComparing(SnapshotFile::path))
        .forEach(file -> byName.putIfAbsent(file.path().fileName(), file));
    return List.copyOf(byName.values());
  }

  private boolean add(FileChange change) {
    if (!types.add(change.packageName() + "/" + change.path().fileName())) {
      return false;
    }
    files.add(change);
    roots.add(rootOf(change.path(), change.packageName()));
    return true;
  }

  private int distance(SnapshotFile file) {
    String folder = file.path().folder();
    if (roots.stream().anyMatch(root -> (folder + "/").startsWith(root))) {
      return 0;
    }
    return ("/" + folder + "/").contains("/test/") ? 2 : 1;
  }

  /** {@return the folder above the package, with a slash at its end unless it is the top} */
  private static String rootOf(SourcePath path, String packageName) {
    String place = packageName.replace('.', '/');
    String folder = path.folder();
    String root =
        folder.endsWith(place) ? folder.substring(0, folder.length() - place.length()) : folder;
    return root.isEmpty() || root.endsWith("/") ? root : root + "/";
  }
}
