package io.kirolinter.analytics.quality;

import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.json.ObjectTexts;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what is compared of the findings of a review. */
final class SeenFindingReader {

  private SeenFindingReader() {}

  /**
   * {@return the findings}
   *
   * @throws IOException if it is no JSON, or of another form
   * @throws IllegalArgumentException if it says of a finding what cannot be
   */
  static List<SeenFinding> read(String json) throws IOException {
    List<SeenFinding> findings = new ArrayList<>();
    for (Map<String, String> texts : ObjectTexts.of(json, "findings")) {
      findings.add(finding(texts));
    }
    return findings;
  }

  private static SeenFinding finding(Map<String, String> texts) {
    return new SeenFinding(
        RuleId.of(text("rule", texts)),
        Severity.valueOf(text("severity", texts).toUpperCase(Locale.ROOT)),
        SourcePath.of(text("path", texts)),
        new Fingerprint(text("fingerprint", texts)));
  }

  private static String text(String name, Map<String, String> texts) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("a finding has a " + name + ", found " + texts.keySet());
    }
    return text;
  }
}
