package io.kirolinter.agents.git;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tree that a checkout or a commit is compared with.
 *
 * @param name for people
 * @param tree a commit, or the empty tree
 */
record DiffBase(String name, String tree) {

  private static final String HEAD = "HEAD";
  private static final String UPSTREAM = "@{upstream}";

  /** Where the default branch is found, the surest first. */
  private static final List<String> DEFAULT_BRANCHES =
      List.of(
          "refs/remotes/origin/HEAD",
          "refs/remotes/origin/main",
          "refs/remotes/origin/master",
          "refs/heads/main",
          "refs/heads/master");

  /**
   * {@return what a checkout is compared with}
   *
   * @param base as a person names it; empty for the usual one
   * @throws InvalidRequestException if there is no such commit
   */
  static DiffBase of(String base, Git git) {
    return of(base, git, HEAD);
  }

  /** {@return what a commit is compared with} */
  static DiffBase of(String base, Git git, String from) {
    return base.isEmpty() ? usual(git, from) : named(git, base, from);
  }

  /**
   * {@return where the commit left the named branch, or what is named itself if they have no past
   * in common}
   *
   * @throws InvalidRequestException if there is no such commit
   */
  private static DiffBase named(Git git, String base, String from) {
    Optional<String> commit = commit(git, base);
    if (commit.isEmpty()) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("compare with", "base", base)
              .found("there is no such branch, tag or commit here")
              .expected("one that git knows")
              .remedy(
                  NearestName.to(base, names(git))
                      .map(n -> "Did you mean '" + n + "'?")
                      .orElse("Fetch it, or name another one.")));
    }
    return leftAt(git, commit.get(), base, from).orElse(new DiffBase(base, commit.get()));
  }

  /** {@return where the commit left the default branch; on that, what is pushed or committed} */
  private static DiffBase usual(Git git, String from) {
    if (commit(git, from).isEmpty()) {
      return new DiffBase("nothing, as there is no commit", emptyTree(git));
    }
    return candidates(git).stream()
        .flatMap(one -> leftAt(git, one, shortName(one), from).stream())
        .findFirst()
        .orElse(new DiffBase(HEAD, from));
  }

  private static List<String> candidates(Git git) {
    String branch = git.attempt("symbolic-ref", "--quiet", HEAD).output().strip();
    Optional<String> usual = defaultBranch(git);
    List<String> candidates = new ArrayList<>();
    usual.filter(name -> !lastPart(name).equals(lastPart(branch))).ifPresent(candidates::add);
    if (!branch.isEmpty()) {
      candidates.add(UPSTREAM);
    }
    return candidates;
  }

  private static Optional<String> defaultBranch(Git git) {
    List<String> call = new ArrayList<>(List.of("for-each-ref", "--format=%(refname)%00%(symref)"));
    call.addAll(DEFAULT_BRANCHES);
    List<String[]> known =
        new String(git.bytes(call.toArray(String[]::new)), StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.split("\0", -1))
            .toList();
    return DEFAULT_BRANCHES.stream()
        .flatMap(name -> known.stream().filter(ref -> ref[0].equals(name)))
        .map(ref -> ref[1].isEmpty() ? ref[0] : ref[1])
        .findFirst();
  }

  private static Optional<DiffBase> leftAt(Git git, String commit, String name, String from) {
    Git.Outcome common = git.attempt("merge-base", commit, from);
    return common.ok()
        ? Optional.of(new DiffBase(name, common.output().strip()))
        : Optional.empty();
  }

  private static Optional<String> commit(Git git, String name) {
    Git.Outcome found =
        git.attempt("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
    return found.ok() ? Optional.of(found.output().strip()) : Optional.empty();
  }

  private static String emptyTree(Git git) {
    return git.feeding(OutputStream::close, "hash-object", "-t", "tree", "--stdin")
        .output()
        .strip();
  }

  private static List<String> names(Git git) {
    return git.line("for-each-ref", "--count=1000", "--format=%(refname:short)").lines().toList();
  }

  private static String shortName(String ref) {
    return ref.equals(UPSTREAM) ? "its upstream" : ref.replaceFirst("^refs/(heads|remotes)/", "");
  }

  private static String lastPart(String ref) {
    return ref.substring(ref.lastIndexOf('/') + 1);
  }
}
