package io.kirolinter.core.history;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.json.Json;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts what is in artifacts. Only what is counted is read of them: to build a review of ten
 * thousand findings takes many times as long.
 */
final class CountedArtifact {

  /** A review, as far as it is counted. */
  record Review(
      List<Finding> findings,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<Thing> problems,
      long lines) {
    Review {
      requireNonNull(findings, "findings");
    }
  }

  record Finding(Severity severity) {
    Finding {
      requireNonNull(severity, "severity");
    }
  }

  /** A set of fixes, as far as it is counted. */
  record Fixes(List<Change> changes, List<Dropped> dropped) {
    Fixes {
      requireNonNull(changes, "changes");
      requireNonNull(dropped, "dropped");
    }
  }

  record Change(RuleId rule, List<Thing> fixes) {
    Change {
      requireNonNull(rule, "rule");
      requireNonNull(fixes, "fixes");
    }
  }

  record Dropped(RuleId rule) {
    Dropped {
      requireNonNull(rule, "rule");
    }
  }

  record Thing() {}

  private CountedArtifact() {}

  static Optional<String> review(String json) {
    try {
      return Optional.of(text(Json.read(json, Review.class)));
    } catch (StoreException e) {
      return Optional.empty(); // of a step that is not ours
    }
  }

  static Optional<String> fixes(String json) {
    try {
      return Optional.of(text(Json.read(json, Fixes.class))).filter(text -> !text.isEmpty());
    } catch (StoreException e) {
      return Optional.empty();
    }
  }

  private static String text(Review review) {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    review.findings().forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
    String numbers =
        counts.entrySet().stream()
            .map(entry -> "," + entry.getKey().name() + "," + entry.getValue())
            .collect(joining());
    return FactsReader.REVIEW + "," + review.lines() + "," + review.problems().size() + numbers;
  }

  private static String text(Fixes fixes) {
    Map<RuleId, FixFacts> counts = new TreeMap<>();
    for (Change change : fixes.changes()) {
      counts.merge(change.rule(), new FixFacts(change.fixes().size(), 0), FixFacts::plus);
    }
    for (Dropped dropped : fixes.dropped()) {
      counts.merge(dropped.rule(), new FixFacts(0, 1), FixFacts::plus);
    }
    return counts.entrySet().stream()
        .map(entry -> text(entry.getKey(), entry.getValue()))
        .collect(joining(";"));
  }

  private static String text(RuleId rule, FixFacts facts) {
    return String.join(
        ",",
        FactsReader.FIXES,
        FactsReader.escaped(rule.value()),
        String.valueOf(facts.applied()),
        String.valueOf(facts.dropped()));
  }
}
