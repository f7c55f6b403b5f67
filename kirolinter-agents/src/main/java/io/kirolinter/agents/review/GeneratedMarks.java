package io.kirolinter.agents.review;

import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.PathGlob;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The files that {@code .gitattributes} mark as {@code linguist-generated}. The last line that fits
 * a file decides, and the one in the nearest folder. A pattern that is more than a glob fits none.
 */
final class GeneratedMarks {

  private static final String NAME = "linguist-generated";

  private record Mark(String folder, PathGlob glob, boolean generated) {

    boolean fits(SourcePath path) {
      boolean inside = folder.isEmpty() || path.value().startsWith(folder + "/");
      return inside && glob.matches(SourcePath.of(path.value().substring(folderLength())));
    }

    private int folderLength() {
      return folder.isEmpty() ? 0 : folder.length() + 1;
    }
  }

  private final List<Mark> marks;

  private GeneratedMarks(List<Mark> marks) {
    this.marks = marks;
  }

  static GeneratedMarks in(Snapshot snapshot) {
    List<Mark> marks = new ArrayList<>();
    snapshot.files().stream()
        .filter(file -> file.path().fileName().equals(".gitattributes"))
        .sorted(Comparator.comparing(file -> file.path().folder().length()))
        .forEach(file -> read(snapshot, file, marks));
    return new GeneratedMarks(marks);
  }

  boolean cover(SourcePath path) {
    boolean generated = false;
    for (Mark mark : marks) {
      generated = mark.fits(path) ? mark.generated() : generated;
    }
    return generated;
  }

  private static void read(Snapshot snapshot, SnapshotFile file, List<Mark> marks) {
    String folder = file.path().folder();
    SourceText.decode(snapshot.read(file)).stream()
        .flatMap(source -> source.text().lines())
        .filter(line -> line.contains(NAME) && !line.startsWith("#"))
        .forEach(line -> mark(folder, line).ifPresent(marks::add));
  }

  private static Optional<Mark> mark(String folder, String line) {
    String[] words = line.strip().split("\\s+", -1);
    Optional<Boolean> generated = Optional.empty();
    for (String word : words) {
      if (word.equals(NAME) || word.equals(NAME + "=true")) {
        generated = Optional.of(true);
      } else if (word.equals("-" + NAME) || word.equals(NAME + "=false")) {
        generated = Optional.of(false);
      }
    }
    return PathGlob.troubleWith(words[0]).isEmpty()
        ? generated.map(value -> new Mark(folder, PathGlob.of(words[0]), value))
        : Optional.empty();
  }
}
