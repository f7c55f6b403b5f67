package io.kirolinter.agents.fix;

import static java.util.Objects.requireNonNull;

import io.kirolinter.agents.fix.classpath.SourceLevels;
import io.kirolinter.agents.fix.gate.StateGate;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.repository.Snapshot;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What is to be fixed.
 *
 * @param snapshot the files as they are
 * @param findings found in the snapshot; the most urgent first, as a limit cuts off the last ones
 * @param level fixes up to this level are applied: safe ones, or unsafe ones too
 * @param limits how much may be fixed; what does not fit waits
 * @param gates checks of the whole state, in the order in which they run
 * @param levels for which Java the files are written; fixes that need a newer one are left out
 */
public record FixRequest(
    Snapshot snapshot,
    List<Finding> findings,
    FixLevel level,
    FixLimits limits,
    List<StateGate> gates,
    SourceLevels levels,
    Progress progress,
    Cancellation cancellation) {

  public FixRequest {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(limits, "limits");
    requireNonNull(levels, "levels");
    requireNonNull(progress, "progress");
    requireNonNull(cancellation, "cancellation");
    findings = List.copyOf(findings);
    gates = List.copyOf(gates);
    if (level.compareTo(FixLevel.UNSAFE) > 0) {
      throw new IllegalArgumentException("fixes to apply are safe or unsafe, was " + level);
    }
  }

  /** {@return a request for all safe fixes, without gates of the whole state} */
  public static FixRequest safe(Snapshot snapshot, List<Finding> findings) {
    return new FixRequest(
        snapshot,
        findings,
        FixLevel.SAFE,
        FixLimits.none(),
        List.of(),
        SourceLevels.unknown(),
        Progress.none(),
        Cancellation.create());
  }

  public FixRequest withFindings(List<Finding> others) {
    return new FixRequest(snapshot, others, level, limits, gates, levels, progress, cancellation);
  }

  public FixRequest withLevel(FixLevel wanted) {
    return new FixRequest(
        snapshot, findings, wanted, limits, gates, levels, progress, cancellation);
  }

  public FixRequest withMaxFixes(OptionalInt limit) {
    return withLimits(limits.withFixes(limit));
  }

  public FixRequest withLimits(FixLimits wanted) {
    return new FixRequest(snapshot, findings, level, wanted, gates, levels, progress, cancellation);
  }

  public FixRequest withGates(List<StateGate> wanted) {
    return new FixRequest(
        snapshot, findings, level, limits, wanted, levels, progress, cancellation);
  }

  public FixRequest withLevels(SourceLevels known) {
    return new FixRequest(snapshot, findings, level, limits, gates, known, progress, cancellation);
  }

  public FixRequest heardBy(Progress listener, Cancellation stop) {
    return new FixRequest(snapshot, findings, level, limits, gates, levels, listener, stop);
  }

  /** {@return the findings whose fixes may be applied, in order} */
  List<Finding> fixable() {
    return trusted().filter(levels::allow).toList();
  }

  /** {@return the findings whose fixes could be applied, were the files for a newer Java} */
  HeldBack heldBack() {
    return HeldBack.of(trusted().toList(), levels);
  }

  private Stream<Finding> trusted() {
    return findings.stream()
        .filter(
            finding ->
                finding.fixLevel() == FixLevel.SAFE
                    || (finding.fixLevel() == FixLevel.UNSAFE && level == FixLevel.UNSAFE));
  }
}
