package io.kirolinter.agents.integrate;

import static io.kirolinter.agents.integrate.Wording.code;
import static io.kirolinter.agents.integrate.Wording.markdown;

import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.artifact.FixSet.FileEdit;
import io.kirolinter.core.artifact.FixSet.GateResult;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.artifact.Proposal.RuleCommit;
import io.kirolinter.core.artifact.RiskRanking.RiskyFile;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.source.SourcePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a pull request says: what was changed and why, the proof, and how to take it back. */
final class PullRequestText {

  private static final int MOST_DROPPED = 20;
  private static final int MOST_RISKY = 5;

  private final ProposalRequest request;
  private final FixSet fixes;
  private final String branch;
  private final List<RuleCommit> commits;

  PullRequestText(ProposalRequest request, String branch, List<RuleCommit> commits) {
    this.request = request;
    this.branch = branch;
    this.commits = commits;
    fixes = request.fixes();
  }

  String title() {
    List<RuleChange> changes = fixes.changes();
    return changes.size() == 1
        ? "%s (%s)"
            .formatted(
                Wording.line(changes.get(0).title()), Counted.of(fixes.applied(), "fix", "fixes"))
        : "Fix %d findings of %d rules%s"
            .formatted(fixes.applied(), changes.size(), ofCategories(changes));
  }

  /** The categories that are known, such as {@code : performance, security}. */
  private String ofCategories(List<RuleChange> changes) {
    String all =
        changes.stream()
            .map(change -> category(change.rule()))
            .filter(category -> !category.isEmpty())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "" : ": " + all;
  }

  private String category(RuleId rule) {
    return finding(rule).map(finding -> finding.category().label()).orElse("");
  }

  String body() {
    return Stream.of(
            opening(),
            rules(),
            evidence(),
            risky(),
            dropped(),
            waiting(),
            review(),
            undo(),
            origin())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private String opening() {
    return "%s in %s, one commit per rule. Nothing outside these edits was touched.\n"
        .formatted(
            Counted.of(fixes.applied(), "fix", "fixes"),
            Counted.of(touched().size(), "file", "files"));
  }

  private String rules() {
    String rows =
        IntStream.range(0, commits.size())
            .mapToObj(i -> row(fixes.changes().get(i), commits.get(i)))
            .collect(Collectors.joining());
    return "## What and why\n\n"
        + "| category | rule | what | why | fixes | commit |\n"
        + "|---|---|---|---|---|---|\n"
        + rows;
  }

  private String row(RuleChange change, RuleCommit commit) {
    return "| %s | %s | %s | %s | %d | %s |\n"
        .formatted(
            category(change.rule()),
            code(change.rule().value()),
            markdown(change.title()),
            markdown(why(change.rule())),
            change.fixes().size(),
            commit.id().abbreviated());
  }

  /** The words of the review about one of its findings. */
  private String why(RuleId rule) {
    return finding(rule).map(Finding::message).orElse("");
  }

  private Optional<Finding> finding(RuleId rule) {
    return request.review().stream()
        .flatMap(review -> review.findings().stream())
        .filter(finding -> finding.rule().equals(rule))
        .findFirst();
  }

  private String evidence() {
    String gates = fixes.gates().stream().map(PullRequestText::row).collect(Collectors.joining());
    String table = "| check | result | time |\n|---|---|---|\n" + gates;
    return "## Proof\n\n"
        + (gates.isEmpty() ? "No check was recorded.\n" : table)
        + together()
        + balance();
  }

  private String together() {
    return request.part().isEmpty()
        ? ""
        : "\nThe checks were run on all fixes of the run, of which these are a part.\n";
  }

  private static String row(GateResult gate) {
    return "| %s | %s | %d ms |\n"
        .formatted(markdown(gate.gate()), markdown(gate.evidence()), gate.millis());
  }

  private String balance() {
    return request
        .review()
        .map(review -> review.findings().size())
        .map(
            before ->
                "\nFindings before: %d; after: %d.\n".formatted(before, before - fixes.applied()))
        .orElse("");
  }

  private String risky() {
    Set<SourcePath> touched = touched();
    String lines =
        request.ranking().stream()
            .flatMap(ranking -> ranking.files().stream().limit(MOST_RISKY))
            .filter(file -> touched.contains(file.path()))
            .map(PullRequestText::line)
            .collect(Collectors.joining());
    return lines.isEmpty() ? "" : "## Look here first\n\n" + lines;
  }

  private static String line(RiskyFile file) {
    return "- %s: %s\n"
        .formatted(code(file.path().value()), markdown(String.join("; ", file.reasons())));
  }

  private String dropped() {
    if (fixes.dropped().isEmpty()) {
      return "";
    }
    String lines =
        fixes.dropped().stream()
            .limit(MOST_DROPPED)
            .map(PullRequestText::line)
            .collect(Collectors.joining());
    int rest = fixes.dropped().size() - MOST_DROPPED;
    return "## Left out\n\n" + lines + (rest > 0 ? "- and %d more\n".formatted(rest) : "");
  }

  private String waiting() {
    return fixes.waiting() == 0
        ? ""
        : """
        ## Still to come

        %s not part of this proposal, so that it stays small enough to review. The next run
        proposes more of them, once this branch is merged, or beside it in other files.
        """
            .formatted(
                fixes.waiting() == 1
                    ? "1 finding with a fix is"
                    : fixes.waiting() + " findings with a fix are");
  }

  private static String line(DroppedFix fix) {
    return "- %s at %s: %s\n"
        .formatted(
            code(fix.rule().value()), code(fix.path() + ":" + fix.line()), markdown(fix.reason()));
  }

  private String review() {
    String base = request.plan().baseCommit().orElseThrow().abbreviated();
    return """
    ## Review and reproduce

        git diff %s..%s
        git log --patch %s..%s
        kirolinter agent workflow --repo . --template %s
    """
        .formatted(base, branch, base, branch, request.plan().template());
  }

  private String undo() {
    return """
    ## Undo

        kirolinter agent undo %s   # deletes the branch, before it is merged
        git revert <commit>        # takes back one rule, after that
    """
        .formatted(branch.substring(branch.indexOf('/') + 1));
  }

  private String origin() {
    return """
    ---
    Made by a program: KiroLinter, run %s, from commit %s.
    """
        .formatted(request.run(), request.plan().baseCommit().orElseThrow());
  }

  private Set<SourcePath> touched() {
    return fixes.changes().stream()
        .flatMap(change -> change.files().stream())
        .map(FileEdit::path)
        .collect(Collectors.toSet());
  }
}
