package io.kirolinter.agents.integrate;

import io.kirolinter.agents.git.Branches;
import io.kirolinter.agents.git.Branches.Branch;
import io.kirolinter.agents.git.Branches.BranchCommit;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.artifact.Proposal.RuleCommit;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Proposals of earlier runs, read from their branches: those that are not merged, and hold nothing
 * but what a run has committed.
 */
final class EarlierProposals {

  private static final String HEADLINE = "# ";
  private static final Pattern NAME =
      Pattern.compile(
          Proposals.FOLDER + "/(?<run>\\d{8}-\\d{6}-[0-9a-f]{6})(?:-(?<part>[0-9a-z-]+))?");

  private final Branches branches;
  private final CommitId base;
  private final Path folder;

  /**
   * Looks at a repository.
   *
   * @param base what is in its history was merged
   * @param folder of a run, beside which are those of the others
   */
  EarlierProposals(Repository repository, CommitId base, Path folder) {
    branches = Branches.of(repository);
    this.base = base;
    this.folder = folder;
  }

  /** {@return the proposals of these branches, in their order} */
  List<Proposal> of(List<String> names) {
    List<Branch> known = branches.in(Proposals.FOLDER);
    return names.stream()
        .flatMap(name -> known.stream().filter(branch -> branch.name().equals(name)))
        .flatMap(branch -> proposal(branch).stream())
        .toList();
  }

  private Optional<Proposal> proposal(Branch branch) {
    List<BranchCommit> commits = branches.commits(base, branch.head().id());
    boolean own = !commits.isEmpty() && commits.stream().allMatch(Proposals::isOwn);
    return own
        ? branches.parent(commits.get(0).id()).map(from -> read(branch, from, commits))
        : Optional.empty();
  }

  private Proposal read(Branch branch, CommitId from, List<BranchCommit> commits) {
    List<RuleCommit> rules = commits.stream().flatMap(one -> ruleCommit(one).stream()).toList();
    Path file = textFile(branch.name());
    Text text = written(file).orElseGet(() -> composed(branch.name(), commits, rules));
    return new Proposal(
        branch.name(), from, branch.head().id(), rules, text.title(), text.body(), file.toString());
  }

  private static Optional<RuleCommit> ruleCommit(BranchCommit commit) {
    int fixes = (int) CommitMessages.fingerprints(commit.message()).count();
    return CommitMessages.rule(commit.message())
        .map(rule -> new RuleCommit(rule, commit.id(), fixes));
  }

  private Path textFile(String branch) {
    Matcher name = NAME.matcher(branch);
    return name.matches()
        ? ProposalWriter.textFile(
            folder.resolveSibling(name.group("run")),
            Optional.ofNullable(name.group("part")).orElse(""))
        : folder.resolveSibling("none");
  }

  private static String runOf(String branch) {
    Matcher name = NAME.matcher(branch);
    return name.matches() ? name.group("run") : branch;
  }

  private record Text(String title, String body) {}

  /** What the run of the branch has written for people, if it lies on this machine. */
  private static Optional<Text> written(Path file) {
    try {
      String all = Files.isRegularFile(file) ? Files.readString(file) : "";
      int end = all.indexOf('\n');
      return all.startsWith(HEADLINE) && end > 0
          ? Optional.of(
              new Text(all.substring(HEADLINE.length(), end), all.substring(end).strip() + "\n"))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // the commits say the most of it
    }
  }

  private static Text composed(String branch, List<BranchCommit> commits, List<RuleCommit> rules) {
    String list =
        commits.stream()
            .map(one -> "- " + Wording.markdown(one.message().lines().findFirst().orElse("")))
            .collect(Collectors.joining("\n", "## What\n\n", "\n"));
    int fixes = rules.stream().mapToInt(RuleCommit::fixes).sum();
    String origin =
        """

        ## Undo

            git revert <commit>        # takes back one rule

        ---
        Made by a program: KiroLinter, run %s.
        """
            .formatted(runOf(branch));
    return new Text("Fix " + Counted.of(fixes, "finding"), list + origin);
  }
}
