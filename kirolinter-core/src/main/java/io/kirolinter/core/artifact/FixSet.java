package io.kirolinter.core.artifact;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;

/**
 * Fixes that passed every gate, as edits that turn the snapshot into the fixed state, and those
 * that did not.
 *
 * @param changes one per rule, to be applied in this order: the edits of each count on the files as
 *     the ones before it left them
 * @param dropped fixes that were left out, each with its reason
 * @param gates the checks that the whole state passed, in the order in which they ran
 * @param waiting how many fixable findings were not tried, for the limits of the run or because
 *     their fixes wait on an open proposal
 * @param report a file for people about the fixes that were left out; empty if none were
 */
public record FixSet(
    List<RuleChange> changes,
    List<DroppedFix> dropped,
    List<GateResult> gates,
    int waiting,
    Optional<String> report)
    implements Artifact {

  /** All fixes of one rule. */
  public record RuleChange(
      RuleId rule, String title, List<AppliedFix> fixes, List<FileEdit> files) {

    public RuleChange {
      fixes = List.copyOf(fixes);
      files = List.copyOf(files);
    }
  }

  /** A fix that is part of the result; the line is that of the finding in the snapshot. */
  public record AppliedFix(
      Fingerprint fingerprint, SourcePath path, int line, FixLevel level, String description) {}

  /**
   * The edits of one file.
   *
   * @param before the content that the edits count on
   * @param after the content that they lead to
   */
  public record FileEdit(
      SourcePath path, ContentHash before, List<TextEdit> edits, ContentHash after) {

    public FileEdit {
      edits = List.copyOf(edits);
    }
  }

  /**
   * A fix that was left out; the code keeps its finding.
   *
   * @param cause whether the fix itself is at fault
   * @param reason for people: the evidence, or what stood in the way; where a gate objected, its
   *     name, a colon and the evidence
   * @param failure more about a fix that failed a gate
   */
  public record DroppedFix(
      RuleId rule,
      Fingerprint fingerprint,
      SourcePath path,
      int line,
      DropCause cause,
      String reason,
      Optional<Failure> failure) {

    public DroppedFix {
      requireNonNull(failure, "failure");
    }

    /** A fix of which no more is known than the reason. */
    public DroppedFix(
        RuleId rule,
        Fingerprint fingerprint,
        SourcePath path,
        int line,
        DropCause cause,
        String reason) {
      this(rule, fingerprint, path, line, cause, reason, Optional.empty());
    }

    public DroppedFix withFailure(Failure known) {
      return new DroppedFix(rule, fingerprint, path, line, cause, reason, Optional.of(known));
    }

    /** {@return whether the fix failed a gate, so that trying it again is of no use} */
    @JsonIgnore
    public boolean isQuarantined() {
      return cause == DropCause.FAILED_GATE;
    }
  }

  /**
   * How a fix failed a gate.
   *
   * @param tried for people: with which others the fix was tried, and how it was singled out
   * @param diff the change that was rejected, by itself; empty if it cannot be made by itself
   * @param conditions names what the failure depends on: the rules, the content of the file, the
   *     verify command; while it is the same, trying again is of no use
   */
  public record Failure(String tried, String diff, String conditions) {}

  /** Why a fix was left out. */
  public enum DropCause {
    /** The fix failed a check. */
    @JsonProperty("failed-gate")
    FAILED_GATE,
    /** The fix may be good, but could not be made now. */
    @JsonProperty("not-possible-now")
    NOT_POSSIBLE_NOW
  }

  /** A check that the fixed state passed. */
  public record GateResult(String gate, String evidence, long millis) {}

  public FixSet {
    if (waiting < 0) {
      throw new IllegalArgumentException("waiting must be >= 0, was " + waiting);
    }
    requireNonNull(report, "report");
    changes = List.copyOf(changes);
    dropped = List.copyOf(dropped);
    gates = List.copyOf(gates);
  }

  /** A set for which nothing waits, without a report. */
  public FixSet(List<RuleChange> changes, List<DroppedFix> dropped, List<GateResult> gates) {
    this(changes, dropped, gates, 0, Optional.empty());
  }

  public FixSet withDropped(List<DroppedFix> others) {
    return new FixSet(changes, others, gates, waiting, report);
  }

  public FixSet withWaiting(int count) {
    return new FixSet(changes, dropped, gates, count, report);
  }

  public FixSet withReport(String file) {
    return new FixSet(changes, dropped, gates, waiting, Optional.of(file));
  }

  /** {@return how many fixes the changes hold} */
  public int applied() {
    return changes.stream().mapToInt(change -> change.fixes().size()).sum();
  }
}
