package io.kirolinter.agents.fix;

import static java.util.Objects.requireNonNull;

import io.kirolinter.agents.fix.change.FileChange;
import io.kirolinter.agents.fix.change.RuleStep;
import io.kirolinter.agents.fix.fault.FaultIsolation;
import io.kirolinter.agents.fix.fault.FaultIsolation.Trial;
import io.kirolinter.agents.fix.file.FileTask;
import io.kirolinter.agents.fix.file.FixRules;
import io.kirolinter.agents.fix.gate.StateGate;
import io.kirolinter.agents.fix.gate.Verdict;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.DropCause;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.artifact.FixSet.Failure;
import io.kirolinter.core.artifact.FixSet.GateResult;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.source.SourcePath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run of the engine. */
final class FixSession {

  private final FixRequest request;
  private final FixRules rules;
  private final FileFixing fixing;
  private final Map<Fingerprint, DroppedFix> dropped = new LinkedHashMap<>();
  private final List<GateResult> gates = new ArrayList<>();
  private final Map<Object, Verdict> verdicts = new HashMap<>();
  private Map<SourcePath, FileTask> tasks = Map.of();
  private Map<SourcePath, FileChange> changes = Map.of();
  private @Nullable Verdict unsure;
  private int waiting;

  FixSession(FixRequest request, FixRules rules, int workers) {
    this.request = request;
    this.rules = rules;
    this.fixing = new FileFixing(request, rules, workers);
  }

  FixSet run() {
    fixFiles();
    gates.addAll(fixing.results());
    for (StateGate gate : request.gates()) {
      request.cancellation().throwIfRequested();
      pass(gate);
    }
    changes.values().forEach(change -> change.dropped().forEach(this::addDropped));
    return new FixSet(
            ChangeList.of(rules.inOrder(), changed(changes)), List.copyOf(dropped.values()), gates)
        .withWaiting(waiting);
  }

  private void fixFiles() {
    List<Finding> fixable = request.fixable();
    if (request.limits().areSet()) {
      fixWhatFits(fixable);
    } else {
      tasks = fixing.tasks(fixable);
      changes = fixing.fix(tasks.values());
      fixing.unreadable(fixable).forEach(this::addDropped);
    }
  }

  private void fixWhatFits(List<Finding> fixable) {
    FittingFixes fitting = FittingFixes.of(fixing, fixable, request.limits());
    tasks = fitting.tasks();
    changes = fitting.changes();
    waiting = fitting.waiting();
    fixing.unreadable(fixable.stream().filter(fitting::isTried).toList()).forEach(this::addDropped);
    fitting.oversized().forEach(this::addDropped);
  }

  private int applied() {
    return (int) changes.values().stream().flatMap(FileChange::fixes).count();
  }

  private void pass(StateGate gate) {
    List<FileChange> all = changed(changes);
    if (all.isEmpty()) {
      return;
    }
    request.progress().update("gate " + gate.name(), 0, 1);
    long start = System.nanoTime();
    Verdict verdict = withoutUnchecked(gate, checked(gate, all));
    if (!verdict.passed()) {
      verdict = withoutFaulty(gate, verdict);
    }
    request.progress().update("gate " + gate.name(), 1, 1);
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    gates.add(new GateResult(gate.name(), verdict.evidence(), millis));
  }

  /**
   * Leaves out what the gate could not look at: it is not believed, and no fix is blamed. What the
   * gate said about the others holds without them, unless others can see what those fixes change.
   */
  private Verdict withoutUnchecked(StateGate gate, Verdict verdict) {
    if (verdict.unchecked().isEmpty()) {
      return verdict;
    }
    leaveOut(verdict.unchecked());
    List<FileChange> rest = changed(changes);
    return request.level() == FixLevel.SAFE || rest.isEmpty()
        ? verdict.except(Map.of())
        : withoutUnchecked(gate, checked(gate, rest));
  }

  private void leaveOut(Map<SourcePath, String> reasons) {
    Map<SourcePath, FileChange> rest = new LinkedHashMap<>(changes);
    reasons.forEach(
        (path, reason) ->
            leaveOut(requireNonNull(rest.remove(path), "a gate sees changes only"), reason));
    changes = rest;
  }

  private void leaveOut(FileChange change, String reason) {
    change.dropped().forEach(this::addDropped);
    for (RuleStep step : change.steps()) {
      for (AppliedFix fix : step.fixes()) {
        addDropped(dropped(step, fix, DropCause.NOT_POSSIBLE_NOW, reason));
      }
    }
  }

  /** Leaves out what the gate objects to; nothing, if it turns out that the gate cannot tell. */
  private Verdict withoutFaulty(StateGate gate, Verdict failed) {
    Map<SourcePath, FileTask> allTasks = tasks;
    Map<SourcePath, FileChange> allChanges = changes;
    Map<Fingerprint, DroppedFix> droppedBefore = new LinkedHashMap<>(dropped);
    unsure = null;
    leaveOutFaulty(gate, failed);
    if (unsure == null) {
      return Verdict.passed("passes without the fixes that were dropped");
    }
    tasks = allTasks;
    changes = allChanges;
    dropped.clear();
    dropped.putAll(droppedBefore);
    return unsure;
  }

  /** Looks at each suspect file by itself first; then, if that is not all, at all together. */
  private void leaveOutFaulty(StateGate gate, Verdict failed) {
    int before = applied();
    failed.suspects().forEach(suspect -> isolate(gate, Set.of(suspect)));
    if (applied() == before || !trial(gate, doubtful(failed), Set.of()).passes()) {
      isolate(gate, changes.keySet());
    }
  }

  /** Safe fixes change nothing that other files can see, so that those need no second look. */
  private Set<SourcePath> doubtful(Verdict failed) {
    return request.level() == FixLevel.SAFE ? failed.suspects() : changes.keySet();
  }

  /** Drops what makes the gate fail when it looks at some files only. */
  private void isolate(StateGate gate, Set<SourcePath> files) {
    List<Fingerprint> searched = fixesOf(files);
    FaultIsolation.Result<Fingerprint> result =
        FaultIsolation.among(searched, new GateOracle(gate, files, searched));
    String tried =
        "%s together, then by halves: %s in all"
            .formatted(
                Counted.of(searched.size(), "fix", "fixes"), Counted.of(result.trials(), "check"));
    result.faults().forEach(fault -> drop(fault, gate, tried));
    Set<Fingerprint> out = others(result.kept(), searched);
    changes = without(out);
    tasks = excluding(out);
  }

  /** Asks a gate about some fixes of some files. */
  private final class GateOracle implements FaultIsolation.Oracle<Fingerprint> {
    private final StateGate gate;
    private final Set<SourcePath> files;
    private final List<Fingerprint> searched;

    GateOracle(StateGate gate, Set<SourcePath> files, List<Fingerprint> searched) {
      this.gate = gate;
      this.files = files;
      this.searched = searched;
    }

    @Override
    public Trial trial(List<Fingerprint> some) {
      return FixSession.this.trial(gate, files, others(some, searched));
    }

    @Override
    public Trial again(List<Fingerprint> some, Trial first) {
      List<FileChange> state = state(files, others(some, searched));
      Verdict known = checked(gate, state);
      Verdict again = gate.again(state, known);
      return again.equals(known) ? first : answer(again);
    }
  }

  private Trial trial(StateGate gate, Set<SourcePath> files, Set<Fingerprint> without) {
    request.cancellation().throwIfRequested();
    return answer(checked(gate, state(files, without)));
  }

  private List<FileChange> state(Set<SourcePath> files, Set<Fingerprint> without) {
    Map<SourcePath, FileChange> state = without(without);
    state.keySet().retainAll(files);
    return changed(state);
  }

  private Trial answer(Verdict verdict) {
    if (!verdict.isConclusive()) {
      unsure = verdict;
    }
    return verdict.isClean() ? Trial.passed() : Trial.failed(verdict.evidence());
  }

  /** Asks once about one and the same state. */
  private Verdict checked(StateGate gate, List<FileChange> state) {
    return state.isEmpty()
        ? Verdict.passed("nothing is left")
        : verdicts.computeIfAbsent(List.of(gate, state), any -> gate.check(state));
  }

  private void drop(FaultIsolation.Fault<Fingerprint> fault, StateGate gate, String tried) {
    for (FileChange change : changes.values()) {
      for (RuleStep step : change.steps()) {
        for (AppliedFix fix : step.fixes()) {
          if (fault.items().contains(fix.fingerprint())) {
            String reason = gate.name() + ": " + fault.evidence();
            addDropped(
                dropped(step, fix, DropCause.FAILED_GATE, reason)
                    .withFailure(new Failure(tried, "", "")));
          }
        }
      }
    }
  }

  private static DroppedFix dropped(RuleStep step, AppliedFix fix, DropCause cause, String reason) {
    return new DroppedFix(
        step.rule().id(), fix.fingerprint(), fix.path(), fix.line(), cause, reason);
  }

  private void addDropped(DroppedFix fix) {
    dropped.putIfAbsent(fix.fingerprint(), fix);
  }

  private List<Fingerprint> fixesOf(Set<SourcePath> files) {
    return changes.values().stream()
        .filter(change -> files.contains(change.path()))
        .flatMap(FileChange::fixes)
        .map(AppliedFix::fingerprint)
        .distinct()
        .toList();
  }

  /** {@return the changes as they are without some fixes; only their files are done again} */
  private Map<SourcePath, FileChange> without(Collection<Fingerprint> fixes) {
    Set<Fingerprint> out = Set.copyOf(fixes);
    Map<SourcePath, FileChange> rest = new LinkedHashMap<>(changes);
    List<FileTask> again = new ArrayList<>();
    for (FileChange change : changes.values()) {
      if (change.fixes().anyMatch(fix -> out.contains(fix.fingerprint()))) {
        again.add(requireNonNull(tasks.get(change.path())).excluding(out));
      }
    }
    rest.putAll(fixing.fix(again));
    return rest;
  }

  private Map<SourcePath, FileTask> excluding(Set<Fingerprint> fixes) {
    Map<SourcePath, FileTask> fewer = new HashMap<>();
    tasks.forEach((path, task) -> fewer.put(path, task.excluding(fixes)));
    return fewer;
  }

  private static Set<Fingerprint> others(List<Fingerprint> kept, List<Fingerprint> all) {
    Set<Fingerprint> others = new HashSet<>(all);
    kept.forEach(others::remove);
    return others;
  }

  private static List<FileChange> changed(Map<SourcePath, FileChange> changes) {
    return changes.values().stream().filter(FileChange::isChanged).toList();
  }
}
