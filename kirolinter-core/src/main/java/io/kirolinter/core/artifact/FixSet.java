package io.kirolinter.core.artifact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.TextEdit;
import java.util.List;

/**
 * Fixes that passed every gate, as edits that turn the snapshot into the fixed state, and those
 * that did not.
 *
 * @param changes one per rule, to be applied in this order: the edits of each count on the files as
 *     the ones before it left them
 * @param dropped fixes that were left out, each with its reason
 * @param gates the checks that the whole state passed, in the order in which they ran
 */
public record FixSet(List<RuleChange> changes, List<DroppedFix> dropped, List<GateResult> gates)
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
   * @param reason for people: the evidence, or what stood in the way
   */
  public record DroppedFix(
      RuleId rule,
      Fingerprint fingerprint,
      SourcePath path,
      int line,
      DropCause cause,
      String reason) {

    /** {@return whether the fix failed a gate, so that trying it again is of no use} */
    @JsonIgnore
    public boolean isQuarantined() {
      return cause == DropCause.FAILED_GATE;
    }
  }

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
    changes = List.copyOf(changes);
    dropped = List.copyOf(dropped);
    gates = List.copyOf(gates);
  }

  /** {@return how many fixes the changes hold} */
  public int applied() {
    return changes.stream().mapToInt(change -> change.fixes().size()).sum();
  }
}
