package io.kirolinter.cli.output;

import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.ForkPoint;
import io.kirolinter.core.run.ModeSwitch;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The summary of a run: what was found, fixed and dropped, and what to do next. */
public final class RunText {

  private static final int MOST_SHOWN = 10;

  private final RunReport report;
  private final StringBuilder out = new StringBuilder();

  private RunText(RunReport report) {
    this.report = report;
  }

  public static String of(RunReport report) {
    RunText text = new RunText(report);
    text.addHeadline();
    text.addSteps();
    report.risks().ifPresent(text::addRisks);
    report.fixes().ifPresent(text::addFixes);
    text.addNext();
    return text.out.toString();
  }

  private void addHeadline() {
    Run run = report.run();
    line("Run %s: %s of %s", run.id(), run.plan().template(), run.plan().repository());
    line("Status: %s", run.state().status().label());
    run.state().dialogue().open().ifPresent(open -> line("Waits for an answer: %s", open.text()));
    run.state().dialogue().switches().forEach(this::addSwitch);
    run.plan().baseCommit().ifPresent(base -> line("Base commit: %s", base.abbreviated()));
    run.plan()
        .forkedFrom()
        .ifPresent(fork -> line("Goes on from run %s at step '%s'.", fork.run(), fork.step()));
    report
        .lease()
        .ifPresent(l -> line("Worked on by %s until %s at least.", l.owner(), l.expiresAt()));
    line("");
  }

  private void addSwitch(ModeSwitch change) {
    line(
        "Mode: %s since %s, by %s; before that %s.",
        change.to().label(),
        change.at().truncatedTo(ChronoUnit.SECONDS),
        change.person(),
        change.from().label());
  }

  private void addSteps() {
    for (StepRecord step : report.run().state().steps()) {
      String outcome = step.outcome().map(StepOutcome::label).orElse("running");
      String seconds = String.format(Locale.ROOT, "%.2f s", step.duration().toMillis() / 1000.0);
      line("  %-10s %-14s %8s  %s", step.name(), outcome, seconds, step.summary());
      step.error().ifPresent(error -> line("  %-10s %-14s %8s  last error: %s", "", "", "", error));
    }
    line("");
  }

  private void addRisks(RiskRanking risks) {
    line("Riskiest files:");
    risks.files().stream()
        .limit(3)
        .forEach(file -> line("  %s: %s", file.path(), String.join("; ", file.reasons())));
    line("");
  }

  private void addFixes(FixSet fixes) {
    if (!fixes.changes().isEmpty()) {
      line(leavesFixes() ? "Fixed:" : "Could be fixed, and is written nowhere:");
      fixes.changes().forEach(change -> line("  %4d  %s", change.fixes().size(), change.rule()));
    }
    if (!fixes.dropped().isEmpty()) {
      line("Dropped:");
      addDropped(fixes.dropped());
      fixes.report().ifPresent(file -> line("  evidence, diffs and advice: %s", file));
    }
    if (fixes.waiting() > 0) {
      line("Waiting for the next proposal: %s.", Counted.of(fixes.waiting(), "finding"));
    }
    fixes.gates().forEach(gate -> line("  checked: %s: %s", gate.gate(), gate.evidence()));
    line("");
  }

  /** Not so a dry run, nor one whose integration had nothing to start from, or failed. */
  private boolean leavesFixes() {
    RunPlan plan = report.run().plan();
    boolean integrates = plan.steps().stream().anyMatch(step -> step.name().equals("integrate"));
    return plan.options().apply() != ApplyTarget.NONE
        && (!integrates || report.proposal().isPresent());
  }

  private void addDropped(List<FixSet.DroppedFix> dropped) {
    dropped.stream()
        .limit(MOST_SHOWN)
        .forEach(
            fix -> line("  %s:%d %s: %s", fix.path(), fix.line(), fix.rule(), first(fix.reason())));
    if (dropped.size() > MOST_SHOWN) {
      line("  and %d more; --format json lists all", dropped.size() - MOST_SHOWN);
    }
  }

  private static String first(String reason) {
    return reason.lines().findFirst().orElse("");
  }

  private void addNext() {
    report.proposal().ifPresent(this::addProposal);
    boolean inTree = report.run().plan().options().apply() == ApplyTarget.TREE;
    if (inTree && report.fixes().map(FixSet::applied).orElse(0) > 0) {
      line("Next:");
      line("  git diff                      look at the fixes in your checkout");
      line("  kirolinter agent undo %s   take them back", changedBy("fix"));
    }
    if (report.run().state().dialogue().open().isPresent()) {
      line("Next: answer it, or let the run go on by itself:");
      line("  kirolinter agent resume %s", report.run().id());
      line("  kirolinter agent resume %s --mode autonomous", report.run().id());
    }
    if (report.run().state().status() == RunStatus.QUEUED) {
      line("Next: a worker runs it, such as this one:");
      line("  kirolinter worker             here, or where else the repository and the memory are");
    }
    if (report.run().state().status() == RunStatus.FAILED) {
      line("Next: mend what the error above names, then do again what failed:");
      line("  kirolinter agent retry %s", report.run().id());
    }
  }

  /** The run that has changed something in a step, and can take it back. */
  private RunId changedBy(String step) {
    RunPlan plan = report.run().plan();
    return plan.forkedFrom()
        .filter(fork -> plan.isTaken(step))
        .map(ForkPoint::run)
        .orElse(report.run().id());
  }

  private void addProposal(Proposal proposal) {
    proposal.all().forEach(this::addBranch);
    line("Next:");
    for (Proposal one : proposal.all()) {
      line("  git diff %s...%s", one.base().abbreviated(), one.branch());
      line("  git merge %s", one.branch());
    }
    line(
        "  kirolinter agent undo %s   delete the %s",
        changedBy("integrate"), proposal.others().isEmpty() ? "branch" : "branches");
  }

  private void addBranch(Proposal proposal) {
    line("Branch %s with %s.", proposal.branch(), Counted.of(proposal.commits().size(), "commit"));
    proposal.pullRequest().ifPresent(url -> line("Pull request: %s", url));
    line("Pull request text: %s", proposal.textFile());
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
