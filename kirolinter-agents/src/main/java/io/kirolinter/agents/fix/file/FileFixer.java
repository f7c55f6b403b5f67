package io.kirolinter.agents.fix.file;

import io.kirolinter.agents.fix.change.EditChain;
import io.kirolinter.agents.fix.change.FileChange;
import io.kirolinter.agents.fix.change.RuleStep;
import io.kirolinter.agents.fix.fault.FaultIsolation;
import io.kirolinter.agents.fix.fault.FaultIsolation.Fault;
import io.kirolinter.agents.fix.fault.FaultIsolation.Trial;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.DropCause;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/**
 * Fixes files, each for itself, in memory: one rule after the other, until no rule has a fix left.
 * A fix that does not pass the checks is left out and the others stay. For one thread.
 */
public final class FileFixer {

  private final FixRules rules;
  private final GateLog log;
  private final Predicate<Finding> allowed;
  private final JavaParser parser;

  private FileFixer(FixRules rules, GateLog log, Predicate<Finding> allowed, JavaParser parser) {
    this.rules = rules;
    this.log = log;
    this.allowed = allowed;
    this.parser = parser;
  }

  /** {@return a fixer with a parser of its own} */
  public static FileFixer open(FixRules rules, GateLog log) {
    return open(rules, log, any -> true);
  }

  /**
   * {@return a fixer with a parser of its own}
   *
   * @param allowed whether the fix of a finding may be made, if its level allows it; asked of
   *     findings too that come up through other fixes
   */
  public static FileFixer open(FixRules rules, GateLog log, Predicate<Finding> allowed) {
    return new FileFixer(rules, log, allowed, JavaParser.open());
  }

  /**
   * {@return what became of the file; a file that cannot be parsed stays, and its fixes are
   * dropped}
   */
  public FileChange fix(FileTask task) {
    try {
      return fixed(task);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      return untouched(task, "the file makes the parser or a rule fail: " + e);
    }
  }

  private FileChange fixed(FileTask task) {
    FileVersion first = rules.check(task.file().path(), chainOf(task), parser);
    if (!first.tree().errors().isEmpty()) {
      return untouched(task, "the file has syntax errors");
    }
    Optional<String> problem = first.problem();
    if (problem.isPresent()) {
      return untouched(task, "the file " + problem.get());
    }
    FileRun run = run(task, first);
    Optional<String> objection = run.objection();
    return objection.isEmpty() ? run.change() : withoutFaulty(task, first, run, objection.get());
  }

  private static EditChain chainOf(FileTask task) {
    return EditChain.of(task.text().text());
  }

  private FileRun run(FileTask task, FileVersion first) {
    FileRun run = new FileRun(task, first, rules, log, allowed, parser);
    run.toTheEnd();
    return run;
  }

  /** The state as a whole is not good: leaves out the fixes because of which it is not. */
  private FileChange withoutFaulty(
      FileTask task, FileVersion first, FileRun whole, String objection) {
    List<Fingerprint> all = whole.change().fixes().map(AppliedFix::fingerprint).toList();
    FaultIsolation.Result<Fingerprint> result =
        FaultIsolation.among(
            all,
            kept ->
                kept.size() == all.size()
                    ? Trial.failed(objection)
                    : trial(run(task.excluding(allBut(kept, all)), first)));
    FileChange rest = run(task.excluding(allBut(result.kept(), all)), first).change();
    List<DroppedFix> dropped = new ArrayList<>(rest.dropped());
    result.faults().forEach(fault -> addDropped(fault, whole.change(), dropped));
    return new FileChange(
        rest.file(),
        rest.packageName(),
        rest.before(),
        rest.after(),
        rest.steps(),
        dropped,
        rest.untouchedBodies());
  }

  private static Trial trial(FileRun run) {
    return run.objection().map(Trial::failed).orElseGet(Trial::passed);
  }

  private static Set<Fingerprint> allBut(List<Fingerprint> kept, List<Fingerprint> all) {
    Set<Fingerprint> others = new HashSet<>(all);
    kept.forEach(others::remove);
    return others;
  }

  private static void addDropped(
      Fault<Fingerprint> fault, FileChange change, List<DroppedFix> dropped) {
    for (RuleStep step : change.steps()) {
      for (AppliedFix fix : step.fixes()) {
        if (fault.items().contains(fix.fingerprint())) {
          dropped.add(
              new DroppedFix(
                  step.rule().id(),
                  fix.fingerprint(),
                  fix.path(),
                  fix.line(),
                  DropCause.FAILED_GATE,
                  fault.evidence()));
        }
      }
    }
  }

  private static FileChange untouched(FileTask task, String reason) {
    List<DroppedFix> dropped = task.wanted().stream().map(one -> dropped(one, reason)).toList();
    return new FileChange(task.file(), "", task.text(), task.text(), List.of(), dropped, List.of());
  }

  static DroppedFix dropped(Finding finding, String reason) {
    return new DroppedFix(
        finding.rule(),
        finding.fingerprint(),
        finding.path(),
        finding.range().startLine(),
        DropCause.NOT_POSSIBLE_NOW,
        reason);
  }
}
