package io.kirolinter.cli.output;

import io.kirolinter.agents.fix.FixAdvice;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.artifact.FixSet.Failure;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.ChangeBase;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.ModeSwitch;
import io.kirolinter.core.run.OpenQuestion;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunAnswer;
import io.kirolinter.core.run.RunAnswer.AskedFix;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.source.SourcePath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The JSON of {@code agent workflow} and {@code agent status}; scripts depend on its names. */
public record RunJson(
    RunId runId,
    String template,
    RepositoryId repository,
    RunMode mode,
    RunStatus status,
    List<StepJson> steps,
    int findings,
    int problems,
    FixesJson fixes,
    Optional<String> branch,
    Optional<CommitId> headCommit,
    Optional<CommitId> baseCommit,
    Optional<ChangeBase> changedSince,
    Optional<String> pullRequestText,
    Optional<String> pullRequest,
    List<BranchJson> otherBranches,
    int takeovers,
    Optional<ForkJson> forkedFrom,
    Optional<String> owner,
    Optional<Instant> leaseUntil,
    Optional<OpenQuestion> waitingFor,
    List<AnswerJson> answers,
    List<ModeJson> modeChanges,
    Optional<String> notice) {

  /** The JSON of a further branch, where the fixes are too many for one. */
  public record BranchJson(
      String branch, CommitId headCommit, String pullRequestText, Optional<String> pullRequest) {

    static BranchJson of(Proposal proposal) {
      return new BranchJson(
          proposal.branch(), proposal.head(), proposal.textFile(), proposal.pullRequest());
    }
  }

  /** The JSON of a step. */
  public record StepJson(
      String name,
      Optional<StepOutcome> outcome,
      int attempts,
      long millis,
      String summary,
      Optional<String> error) {

    static StepJson of(StepRecord step) {
      return new StepJson(
          step.name(),
          step.outcome(),
          step.attempts(),
          step.duration().toMillis(),
          step.summary(),
          step.error());
    }
  }

  /** The JSON of an answer; what is about one fix of a step names it. */
  public record AnswerJson(
      String step,
      String answer,
      Optional<RuleId> rule,
      Optional<SourcePath> path,
      Optional<Integer> line,
      Optional<Fingerprint> fingerprint,
      Instant at,
      String person,
      Optional<String> why) {

    static AnswerJson of(RunAnswer answer) {
      return new AnswerJson(
          answer.step(),
          answer.answer(),
          answer.fix().map(AskedFix::rule),
          answer.fix().map(AskedFix::path),
          answer.fix().map(AskedFix::line),
          answer.fix().map(AskedFix::fingerprint),
          answer.at(),
          answer.person(),
          answer.why());
    }
  }

  /** The JSON of a change of the mode. */
  public record ModeJson(RunMode from, RunMode to, Instant at, String person) {

    static ModeJson of(ModeSwitch change) {
      return new ModeJson(change.from(), change.to(), change.at(), change.person());
    }
  }

  /** The JSON of the run and the step that a fork went on from. */
  public record ForkJson(RunId runId, String step) {}

  /** The JSON of the fixes; the report is a file for people about those that were left out. */
  public record FixesJson(
      int applied,
      int dropped,
      int waiting,
      Optional<String> report,
      List<DroppedJson> droppedFixes) {}

  /** The JSON of a fix that was left out. */
  public record DroppedJson(
      RuleId rule,
      SourcePath path,
      int line,
      Fingerprint fingerprint,
      Optional<String> gate,
      String reason,
      Optional<String> tried,
      Optional<String> diff,
      String advice) {

    static DroppedJson of(DroppedFix fix) {
      return new DroppedJson(
          fix.rule(),
          fix.path(),
          fix.line(),
          fix.fingerprint(),
          FixAdvice.gateOf(fix),
          fix.reason(),
          fix.failure().map(Failure::tried),
          fix.failure().map(Failure::diff).filter(diff -> !diff.isEmpty()),
          FixAdvice.of(fix));
    }
  }

  public static RunJson of(RunReport report) {
    Run run = report.run();
    Optional<Review> review = report.review();
    return new RunJson(
        run.id(),
        run.plan().template(),
        run.plan().repository(),
        run.mode(),
        run.state().status(),
        run.state().steps().stream().map(StepJson::of).toList(),
        review.map(one -> one.findings().size()).orElse(0),
        review.map(one -> one.problems().size()).orElse(0),
        fixes(report.fixes()),
        report.proposal().map(Proposal::branch),
        report.proposal().map(Proposal::head),
        run.plan().baseCommit(),
        run.plan().options().changedSince(),
        report.proposal().map(Proposal::textFile),
        report.proposal().flatMap(Proposal::pullRequest),
        report.proposal().map(Proposal::others).orElse(List.of()).stream()
            .map(BranchJson::of)
            .toList(),
        run.state().takeovers(),
        run.plan().forkedFrom().map(fork -> new ForkJson(fork.run(), fork.step())),
        report.lease().map(Lease::owner),
        report.lease().map(Lease::expiresAt),
        run.state().dialogue().open(),
        run.state().dialogue().answers().stream().map(AnswerJson::of).toList(),
        run.state().dialogue().switches().stream().map(ModeJson::of).toList(),
        Optional.empty());
  }

  /** {@return the same with what a person should know of the checks} */
  public RunJson withNotice(Optional<String> text) {
    return new RunJson(
        runId,
        template,
        repository,
        mode,
        status,
        steps,
        findings,
        problems,
        fixes,
        branch,
        headCommit,
        baseCommit,
        changedSince,
        pullRequestText,
        pullRequest,
        otherBranches,
        takeovers,
        forkedFrom,
        owner,
        leaseUntil,
        waitingFor,
        answers,
        modeChanges,
        text);
  }

  private static FixesJson fixes(Optional<FixSet> fixes) {
    List<DroppedJson> dropped =
        fixes.map(FixSet::dropped).orElse(List.of()).stream().map(DroppedJson::of).toList();
    return new FixesJson(
        fixes.map(FixSet::applied).orElse(0),
        dropped.size(),
        fixes.map(FixSet::waiting).orElse(0),
        fixes.flatMap(FixSet::report),
        dropped);
  }
}
