package io.kirolinter.agents.git;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.ChangeBase;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The lines of a checkout that differ from a commit: committed since, staged, or only on disk; or
 * those of a commit that differ from another one. A file that git does not track yet has changed as
 * a whole; one that was renamed, in the lines that differ from those under its old name. Immutable.
 */
public final class ChangedLines {

  private static final List<String> DIFF =
      List.of(
          "-r",
          "-p",
          "-M",
          "--unified=0",
          "--inter-hunk-context=0",
          "--no-ext-diff",
          "--no-textconv",
          "--text",
          "--no-relative",
          "--src-prefix=a/",
          "--dst-prefix=b/",
          "--diff-filter=d");

  private final Path root;
  private final String base;
  private final Map<SourcePath, BitSet> lines;
  private final Set<SourcePath> untracked;

  private ChangedLines(
      Path root, String base, Map<SourcePath, BitSet> lines, Set<SourcePath> untracked) {
    this.root = root;
    this.base = base;
    this.lines = lines;
    this.untracked = untracked;
  }

  /**
   * {@return the lines of Java files that have changed since a branch, or what it stands for, was
   * left}
   *
   * @param base a branch, tag or commit, of which the point where the checkout left it counts;
   *     empty for the default branch or, on that, what is not pushed yet or not committed
   * @throws InvalidRequestException if there is no such commit, or the place is no git checkout
   */
  public static ChangedLines since(Repository repository, String base) {
    if (repository.kind() != RepositoryKind.GIT_CHECKOUT) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("tell", "changed lines of", repository.location().toString())
              .found("it is no git checkout")
              .expected("a folder in which git knows what has changed")
              .remedy("Leave --changed-only out."));
    }
    Git git = Git.in(repository.location());
    DiffBase from = DiffBase.of(base, git);
    return new ChangedLines(
        repository.location(),
        from.name(),
        AddedLines.in(git.bytes(diff("diff-index", from.tree()))),
        untracked(git));
  }

  /**
   * {@return the lines of Java files of a commit that differ from those of a base; always the same
   * for the same two, whatever is checked out}
   *
   * @param base with its commit
   * @throws io.kirolinter.core.error.WorkFailedException if one of both commits is not there
   */
  public static ChangedLines between(Repository repository, ChangeBase base, CommitId commit) {
    String[] call = diff("diff-tree", base.commit().orElseThrow().value(), commit.value());
    return new ChangedLines(
        repository.location(),
        base.name(),
        AddedLines.in(Git.in(repository.location()).bytes(call)),
        Set.of());
  }

  /** {@return what the lines were compared with, for people} */
  public String base() {
    return base;
  }

  /** {@return the files with changed lines} */
  public Set<SourcePath> files() {
    Set<SourcePath> files = new TreeSet<>(untracked);
    files.addAll(lines.keySet());
    return files;
  }

  /** {@return whether any line of the range has changed} */
  public boolean touch(SourcePath path, SourceRange range) {
    BitSet changed = lines.getOrDefault(path, new BitSet());
    boolean endsBeforeLine = range.endColumn() == 1 && range.endLine() > range.startLine();
    int last = endsBeforeLine ? range.endLine() - 1 : range.endLine();
    int next = changed.nextSetBit(range.startLine());
    return untracked.contains(path) || (next >= 0 && next <= last);
  }

  /** {@return the changed files as they lie on disk, and the settings; no other file is read} */
  public Snapshot snapshot() {
    List<SourcePath> paths = new ArrayList<>(files());
    paths.add(Settings.REPOSITORY_FILE);
    paths.add(SourcePath.of(".gitattributes"));
    return FolderSnapshot.ofFiles(root, paths);
  }

  private static Set<SourcePath> untracked(Git git) {
    byte[] listing =
        git.bytes("ls-files", "-z", "-o", "--exclude-standard", "--", ":(top,glob)**/*.java");
    return NulSeparated.texts(listing).stream()
        .map(SourcePath::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** {@return the call that compares trees, whatever the user has configured} */
  private static String[] diff(String command, String... trees) {
    List<String> call = new ArrayList<>(List.of(command));
    call.addAll(DIFF);
    call.addAll(List.of(trees));
    call.addAll(List.of("--", ":(top,glob)**/*.java"));
    return call.toArray(String[]::new);
  }
}
