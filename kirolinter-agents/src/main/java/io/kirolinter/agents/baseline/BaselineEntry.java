package io.kirolinter.agents.baseline;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.source.HexDigits;
import io.kirolinter.core.source.SourcePath;
import java.util.Comparator;

/**
 * A finding known of old. Ordered by file, rule and fingerprint.
 *
 * @param text 16 hexadecimal digits of the flagged text alone, by which the finding is recognised
 *     in a file or method of another name
 */
record BaselineEntry(RuleId rule, SourcePath path, Fingerprint fingerprint, String text)
    implements Comparable<BaselineEntry> {

  private static final Comparator<BaselineEntry> ORDER =
      Comparator.comparing(BaselineEntry::path)
          .thenComparing(BaselineEntry::rule)
          .thenComparing(BaselineEntry::fingerprint)
          .thenComparing(BaselineEntry::text);

  BaselineEntry {
    requireNonNull(rule, "rule");
    requireNonNull(path, "path");
    requireNonNull(fingerprint, "fingerprint");
    if (!HexDigits.are(text, 16)) {
      throw new IllegalArgumentException("text must be 16 hex digits, was '" + text + "'");
    }
  }

  @Override
  public int compareTo(BaselineEntry other) {
    return ORDER.compare(this, other);
  }
}
