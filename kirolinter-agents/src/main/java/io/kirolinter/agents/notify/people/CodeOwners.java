package io.kirolinter.agents.notify.people;

import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who owns which files, as a CODEOWNERS file of GitHub or GitLab says: of the lines that cover a
 * file the last one counts, in each of GitLab's sections for itself. Immutable.
 *
 * <p>What only settles how changes are approved (optional sections, numbers of approvals) does not
 * matter here, and roles of GitLab such as {@code @@developer} name nobody.
 */
public final class CodeOwners {

  /** Larger ones are not read by the forges either. */
  private static final int LARGEST = 3 << 20;

  /** The first of these that is there counts. */
  private static final List<SourcePath> PLACES =
      Stream.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS")
          .map(SourcePath::of)
          .toList();

  private final List<OwnerSection> sections;

  private CodeOwners(List<OwnerSection> sections) {
    this.sections = sections;
  }

  /**
   * {@return what the CODEOWNERS file of a snapshot says; nothing if there is none, or one that is
   * too large or no text}
   */
  public static CodeOwners in(Snapshot snapshot) {
    return PLACES.stream()
        .flatMap(place -> snapshot.file(place).stream())
        .findFirst()
        .flatMap(file -> text(snapshot, file))
        .map(CodeOwners::of)
        .orElseGet(() -> of(""));
  }

  /** {@return what a text in the form of a CODEOWNERS file says} */
  public static CodeOwners of(String text) {
    return new CodeOwners(OwnersFile.read(text));
  }

  /** {@return the owners of a file as they are written, such as {@code @org/team}; maybe nobody} */
  public List<String> of(SourcePath path) {
    return sections.stream()
        .flatMap(section -> section.ownersOf(path).stream())
        .distinct()
        .toList();
  }

  private static Optional<String> text(Snapshot snapshot, SnapshotFile file) {
    byte[] content = snapshot.read(file);
    return content.length > LARGEST
        ? Optional.empty()
        : SourceText.decode(content).map(SourceText::text);
  }
}
