package io.kirolinter.agents.git;

import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks at branches and what they hold, without checking them out. Safe for use by many threads.
 */
public final class Branches {

  private static final String HEADS = "refs/heads/";

  private final Git git;

  private Branches(Git git) {
    this.git = git;
  }

  /** A commit on a branch. */
  public record BranchCommit(CommitId id, String committerEmail, String message) {}

  /** A branch by its newest commit. */
  public record Branch(String name, BranchCommit head) {}

  /** {@return a view of a repository that git knows} */
  public static Branches of(Repository repository) {
    return new Branches(Git.in(repository.location()));
  }

  /**
   * {@return the branches in a folder of branches, by name}
   *
   * @param folder such as {@code kirolinter}
   */
  public List<Branch> in(String folder) {
    String format = "--format=%(refname)%00%(objectname)%00%(committeremail:trim)%00%(contents)%00";
    List<String> fields =
        NulSeparated.texts(git.bytes("for-each-ref", format, HEADS + folder + "/"));
    List<Branch> branches = new ArrayList<>();
    for (int i = 0; i + 3 < fields.size(); i += 4) {
      branches.add(
          new Branch(
              fields.get(i).strip().substring(HEADS.length()),
              commit(fields.subList(i + 1, i + 4))));
    }
    return branches;
  }

  /**
   * {@return the names of the branches in a folder that are not merged into what is checked out}
   */
  public Set<String> notMerged(String folder) {
    String all = HEADS + folder + "/";
    boolean onCommit = git.attempt("rev-parse", "--verify", "--quiet", "HEAD").ok();
    return Set.copyOf(onCommit ? names("--no-merged=HEAD", all) : names(all));
  }

  /**
   * {@return the names of the branches in a folder that were pushed, and whose other end was
   * deleted since}
   */
  public Set<String> withoutUpstream(String folder) {
    String format = "--format=%(upstream:track) %(refname)";
    String text =
        new String(git.bytes("for-each-ref", format, HEADS + folder + "/"), StandardCharsets.UTF_8);
    String gone = "[gone] " + HEADS;
    return text.lines()
        .filter(line -> line.startsWith(gone))
        .map(line -> line.substring(gone.length()))
        .collect(Collectors.toSet());
  }

  /**
   * {@return whether what is checked out has every change of a commit's history, as it is or as
   * another commit of the same changes}
   */
  public boolean isTakenOver(CommitId commit) {
    Git.Outcome outcome = git.attempt("cherry", "HEAD", commit.value());
    return outcome.ok() && outcome.output().lines().noneMatch(line -> line.startsWith("+"));
  }

  /**
   * {@return the commits of a history that are not in that of what is checked out, oldest first}
   */
  public List<BranchCommit> beyondHead(CommitId commit) {
    return commits(CommitId.of(git.line("rev-parse", "HEAD")), commit);
  }

  /**
   * {@return the commits of a history that are neither in that of {@code base} nor in that of what
   * is checked out, oldest first}
   */
  public List<BranchCommit> beyond(CommitId base, CommitId commit) {
    boolean onCommit = git.attempt("rev-parse", "--verify", "--quiet", "HEAD").ok();
    return onCommit ? log(base + ".." + commit, "^HEAD") : commits(base, commit);
  }

  private List<String> names(String... which) {
    List<String> command = new ArrayList<>(List.of("for-each-ref", "--format=%(refname)"));
    command.addAll(List.of(which));
    String text = new String(git.bytes(command.toArray(String[]::new)), StandardCharsets.UTF_8);
    return text.lines().map(name -> name.substring(HEADS.length())).toList();
  }

  /** {@return the commits that lead from {@code base}, exclusive, to {@code head}, oldest first} */
  public List<BranchCommit> commits(CommitId base, CommitId head) {
    return log(base + ".." + head);
  }

  private List<BranchCommit> log(String... which) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "log",
                "--reverse",
                "--topo-order",
                "--encoding=UTF-8",
                "--format=tformat:%H%x00%ce%x00%B%x00"));
    command.addAll(List.of(which));
    command.add("--");
    List<String> fields = NulSeparated.texts(git.bytes(command.toArray(String[]::new)));
    List<BranchCommit> commits = new ArrayList<>();
    for (int i = 0; i + 2 < fields.size(); i += 3) {
      commits.add(commit(fields.subList(i, i + 3)));
    }
    return commits;
  }

  /**
   * {@return whether two commits cannot be merged without a person; not so where git cannot tell,
   * as one before 2.38}
   */
  public boolean areInConflict(CommitId one, CommitId other) {
    int conflict = 1;
    Git.Outcome merged =
        git.attempt("merge-tree", "--write-tree", "--no-messages", one.value(), other.value());
    return merged.exit() == conflict && !merged.output().isBlank(); // the tree, with its marks
  }

  /** {@return the first parent of a commit, if it has one} */
  public Optional<CommitId> parent(CommitId commit) {
    Git.Outcome found = git.attempt("rev-parse", "--verify", "--quiet", commit + "^1");
    return found.ok() ? Optional.of(CommitId.of(found.output().strip())) : Optional.empty();
  }

  /**
   * {@return the files that differ between two commits, with what the later one holds}
   *
   * <p>A file that is not there any more has a hash of zeros.
   */
  public Map<SourcePath, ContentHash> difference(CommitId from, CommitId to) {
    List<String> fields =
        NulSeparated.texts(
            git.bytes("diff-tree", "-r", "-z", "--raw", "--no-renames", from.value(), to.value()));
    Map<SourcePath, ContentHash> files = new TreeMap<>();
    for (int i = 0; i + 1 < fields.size(); i += 2) {
      files.put(SourcePath.of(fields.get(i + 1)), new ContentHash(fields.get(i).split(" ", -1)[3]));
    }
    return files;
  }

  private static BranchCommit commit(List<String> fields) {
    return new BranchCommit(CommitId.of(fields.get(0).strip()), fields.get(1), fields.get(2));
  }
}
