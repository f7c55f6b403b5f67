package io.kirolinter.agents.fix.file;

import io.kirolinter.agents.fix.change.EditChain;
import io.kirolinter.agents.fix.change.FileChange;
import io.kirolinter.agents.fix.change.RuleStep;
import io.kirolinter.agents.fix.fault.FaultIsolation;
import io.kirolinter.agents.fix.fault.FaultIsolation.Fault;
import io.kirolinter.agents.fix.fault.FaultIsolation.Trial;
import io.kirolinter.agents.fix.file.KnownFindings.Recognised;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.DropCause;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.source.SourceText;
import io.kirolinter.core.source.TextEdit;
import io.kirolinter.core.source.TextEdits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One way through the rules over one file, without the fixes that are excluded. */
final class FileRun {

  /** Enough for rules that make room for each other; rules that never agree are stopped here. */
  private static final int MOST_ROUNDS = 5;

  /** Fixes inside of each other are applied one a pass. */
  private static final int MOST_PASSES = 10;

  private final FileTask task;
  private final FixRules rules;
  private final GateLog log;
  private final Predicate<Finding> allowed;
  private final JavaParser parser;
  private final FileVersion first;
  private final KnownFindings known;
  private final Map<Fingerprint, Finding> wanted;
  private final Set<Fingerprint> fixed = new HashSet<>();
  private final Set<Fingerprint> barred;
  private final List<RuleStep> steps = new ArrayList<>();
  private final List<DroppedFix> dropped = new ArrayList<>();
  private final List<FileGate> gates;
  private FileVersion current;

  FileRun(
      FileTask task,
      FileVersion first,
      FixRules rules,
      GateLog log,
      Predicate<Finding> allowed,
      JavaParser parser) {
    this.task = task;
    this.first = first;
    this.rules = rules;
    this.log = log;
    this.allowed = allowed;
    this.parser = parser;
    current = first;
    known = new KnownFindings(first);
    barred = new HashSet<>(task.excluded());
    wanted =
        task.wanted().stream()
            .collect(Collectors.toMap(Finding::fingerprint, Function.identity(), (a, b) -> a));
    gates =
        List.of(
            new NoOverlapGate(),
            new SyntaxGate(),
            new IntendedNodesGate(),
            new DeclarationsGate(),
            new FindingsGate(known, fixed, this::isFixable));
  }

  void toTheEnd() {
    dropUnknown();
    int before;
    int round = 0;
    do {
      before = steps.size();
      Set<RuleId> proposing = targets().map(t -> t.finding().rule()).collect(Collectors.toSet());
      rules.inOrder().forEach(rule -> applyAll(rule, proposing));
      round++;
    } while (steps.size() > before && round < MOST_ROUNDS);
    dropUndone();
  }

  /** {@return why the file as it is now is no good; empty if it is} */
  Optional<String> objection() {
    Optional<Target> left = targets().findFirst();
    if (left.isPresent()) {
      return Optional.of(
          "second run: the fixes come to no end: there is always one more for '%s'"
              .formatted(left.get().finding().message()));
    }
    return known.in(current, fixed).stream()
        .filter(Recognised::isNew)
        .findFirst()
        .map(found -> "findings: there is a new finding in the end: " + FindingsGate.text(found));
  }

  FileChange change() {
    return new FileChange(
        task.file(),
        packageName(),
        task.text(),
        new SourceText(current.chain().text(), task.text().start()),
        steps,
        dropped,
        UntouchedBodies.between(first, current));
  }

  private String packageName() {
    var name = first.tree().unit().getPackageName();
    return name == null ? "" : name.toString();
  }

  /** Findings of other analyzers, which cannot be asked again, or of another version of a rule. */
  private void dropUnknown() {
    for (Finding finding : wanted.values()) {
      if (!known.has(finding.fingerprint())) {
        barred.add(finding.fingerprint());
        dropped.add(
            FileFixer.dropped(finding, "the finding cannot be checked again: no rule reports it"));
      }
    }
  }

  private void dropUndone() {
    for (Recognised left : known.in(current, fixed)) {
      Finding original = wanted.get(left.id());
      if (original != null && !fixed.contains(left.id()) && barred.add(left.id())) {
        dropped.add(FileFixer.dropped(original, "other fixes of the same place came first"));
      }
    }
  }

  private void applyAll(Rule rule, Set<RuleId> proposing) {
    boolean mayFollow = !steps.isEmpty();
    if (!proposing.contains(rule.id()) && !mayFollow) {
      return;
    }
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      List<Target> batch = apart(targets().filter(t -> t.finding().rule().equals(rule.id())));
      if (batch.isEmpty()) {
        return;
      }
      apply(rule, batch);
    }
  }

  /** {@return what is to be fixed now: what was wanted, and what came up since} */
  private Stream<Target> targets() {
    return known.in(current, fixed).stream()
        .filter(found -> isFixable(found.finding()) && !barred.contains(found.id()))
        .filter(found -> found.isNew() || wanted.containsKey(found.id()))
        .map(found -> new Target(found.id(), lineOf(found), found.finding()));
  }

  private boolean isFixable(Finding finding) {
    FixLevel level = finding.fixLevel();
    boolean trusted = level == FixLevel.SAFE || (level == FixLevel.UNSAFE && task.level() == level);
    return trusted && allowed.test(finding);
  }

  private int lineOf(Recognised found) {
    EditChain chain = current.chain();
    return first.tree().lines().lineOf(chain.nearestOriginOf(found.located().start()));
  }

  /** {@return as many as can be applied together, the first ones first} */
  private static List<Target> apart(Stream<Target> targets) {
    List<Target> apart = new ArrayList<>();
    targets
        .sorted(Comparator.comparing(Target::finding))
        .filter(one -> apart.stream().noneMatch(o -> TextEdits.overlap(o.edits(), one.edits())))
        .forEachOrdered(apart::add);
    return apart;
  }

  private void apply(Rule rule, List<Target> batch) {
    List<Attempt> passed = new ArrayList<>();
    FaultIsolation.Result<Target> result =
        FaultIsolation.among(batch, some -> trial(attempt(some), passed));
    for (Fault<Target> fault : result.faults()) {
      for (Target target : fault.items()) {
        barred.add(target.id());
        dropped.add(dropped(target, fault.evidence()));
      }
    }
    if (!result.kept().isEmpty()) {
      accept(rule, passed.get(passed.size() - 1));
    }
  }

  private Trial trial(Attempt attempt, List<Attempt> passed) {
    Optional<String> objection =
        gates.stream().flatMap(gate -> objection(gate, attempt).stream()).findFirst();
    if (objection.isEmpty()) {
      passed.add(attempt);
    }
    return objection.map(Trial::failed).orElseGet(Trial::passed);
  }

  private Optional<String> objection(FileGate gate, Attempt attempt) {
    return log.objection(gate, attempt).map(reason -> gate.name() + ": " + reason);
  }

  private Attempt attempt(List<Target> some) {
    List<TextEdit> edits = some.stream().flatMap(target -> target.edits().stream()).toList();
    return new Attempt(
        current, some, () -> rules.check(task.file().path(), current.chain().then(edits), parser));
  }

  private void accept(Rule rule, Attempt attempt) {
    List<AppliedFix> fixes = new ArrayList<>();
    for (Target target : attempt.targets()) {
      fixed.add(target.id());
      fixes.add(
          new AppliedFix(
              target.id(),
              task.file().path(),
              target.line(),
              target.fix().level(),
              target.fix().description()));
    }
    steps.add(new RuleStep(rule, fixes, attempt.edits()));
    current = attempt.after();
  }

  private DroppedFix dropped(Target target, String reason) {
    return new DroppedFix(
        target.finding().rule(),
        target.id(),
        task.file().path(),
        target.line(),
        DropCause.FAILED_GATE,
        reason);
  }
}
