package io.kirolinter.agents.git.refs;

import io.kirolinter.core.repository.CommitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where git keeps which commit is checked out: in {@code HEAD}, in the file of its branch, or among
 * the packed ones. Reading them costs no process.
 *
 * @param own what belongs to this checkout alone
 * @param common what all checkouts of the repository share; the same where there is but one
 */
record HeadFiles(Path own, Path common) {

  private static final String SYMBOLIC = "ref: ";
  private static final String GIT_FOLDER = "gitdir: ";
  private static final int MOST_LINKS = 5;

  /**
   * {@return the files of a repository; empty if there is none}
   *
   * @param location the top of a checkout, also of a linked one, or a bare repository
   */
  static Optional<HeadFiles> in(Path location) {
    Path mark = location.resolve(".git");
    if (Files.isDirectory(mark)) {
      return Optional.of(with(mark));
    }
    Optional<Path> named =
        text(mark)
            .filter(text -> text.startsWith(GIT_FOLDER))
            .map(text -> location.resolve(text.substring(GIT_FOLDER.length())).normalize());
    boolean bare = Files.isRegularFile(location.resolve("HEAD"));
    return named.or(() -> bare ? Optional.of(location) : Optional.empty()).map(HeadFiles::with);
  }

  private static HeadFiles with(Path own) {
    Path common =
        text(own.resolve("commondir")).map(text -> own.resolve(text).normalize()).orElse(own);
    return new HeadFiles(own, common);
  }

  /** {@return the commit; empty if there is none, or these files do not tell} */
  Optional<CommitId> commit() {
    Optional<String> text = text(own.resolve("HEAD"));
    for (int i = 0; i < MOST_LINKS && text.isPresent(); i++) {
      Optional<String> ref = symbolic(text.get());
      if (ref.isEmpty()) {
        return text.filter(hash -> hash.matches("[0-9a-f]{40}(?:[0-9a-f]{24})?")).map(CommitId::of);
      }
      text = loose(ref.get()).or(() -> packed(ref.get()));
    }
    return Optional.empty();
  }

  /** {@return the folders in which a file is written when the commit changes} */
  Set<Path> folders() {
    Set<Path> folders = new LinkedHashSet<>(List.of(own, common));
    text(own.resolve("HEAD"))
        .flatMap(HeadFiles::symbolic)
        .flatMap(ref -> existingAbove(common.resolve(ref)))
        .ifPresent(folders::add);
    return folders;
  }

  private Optional<Path> existingAbove(Path file) {
    return Stream.<Path>iterate(file, path -> path != null, Path::getParent)
        .skip(1)
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static Optional<String> symbolic(String text) {
    return text.startsWith(SYMBOLIC)
        ? Optional.of(text.substring(SYMBOLIC.length()))
        : Optional.empty();
  }

  private Optional<String> loose(String ref) {
    Path file = common.resolve(ref).normalize();
    return file.startsWith(common) ? text(file) : Optional.empty();
  }

  private Optional<String> packed(String ref) {
    try (Stream<String> lines = Files.lines(common.resolve("packed-refs"))) {
      return lines
          .filter(line -> line.endsWith(" " + ref))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty(); // there are none
    }
  }

  /** {@return the only line of a small file; empty if it cannot be read} */
  private static Optional<String> text(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(Files.readString(file).strip())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // git replaces it at this moment, or it is no text
    }
  }
}
