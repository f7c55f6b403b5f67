package io.kirolinter.agents.fix;

import io.kirolinter.agents.fix.classpath.SourceLevels;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.JavaLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.notice.Counted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fixes that are not made, as they use what the Java of the project does not have.
 *
 * @param reasons one for each rule, for people, without a full stop
 */
record HeldBack(List<String> reasons) {

  private record Key(RuleId rule, JavaLevel least) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::rule).thenComparing(Key::least);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  HeldBack {
    reasons = List.copyOf(reasons);
  }

  static HeldBack of(Collection<Finding> findings, SourceLevels levels) {
    Map<Key, List<Finding>> held = new TreeMap<>();
    for (Finding finding : findings) {
      if (!levels.allow(finding)) {
        JavaLevel least = finding.fix().flatMap(Fix::leastJava).orElseThrow();
        held.computeIfAbsent(new Key(finding.rule(), least), any -> new ArrayList<>()).add(finding);
      }
    }
    return new HeldBack(
        held.entrySet().stream()
            .map(entry -> reason(entry.getKey(), entry.getValue(), levels))
            .toList());
  }

  private static String reason(Key of, List<Finding> held, SourceLevels levels) {
    Finding first = held.get(0);
    return "%s of %s: needs %s, and %s is for %s"
        .formatted(
            Counted.of(held.size(), "fix", "fixes"),
            of.rule(),
            of.least(),
            first.path(),
            levels.of(first.path()).orElseThrow());
  }

  /** {@return what to add to a sentence about fixes; empty if none are held back} */
  String remark() {
    return reasons.isEmpty() ? "" : "; held back: " + String.join(", ", reasons);
  }
}
