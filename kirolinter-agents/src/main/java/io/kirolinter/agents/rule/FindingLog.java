package io.kirolinter.agents.rule;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what rules report into findings, each with a fingerprint of its own. */
final class FindingLog {

  private final SyntaxTree file;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<List<String>, Integer> seen = new HashMap<>();

  FindingLog(SyntaxTree file) {
    this.file = file;
  }

  List<Finding> findings() {
    return findings;
  }

  void add(Rule rule, List<Tree> path, int start, int end, String message, Optional<Fix> fix) {
    String place = placeOf(path);
    String text = file.text().substring(start, end).strip().replaceAll("\\s+", " ");
    int ordinal = seen.merge(List.of(rule.id().value(), place, text), 1, Integer::sum) - 1;
    findings.add(
        new Finding(
            rule.id(),
            rule.category(),
            rule.severity(),
            file.path(),
            file.lines().range(start, end),
            message,
            Fingerprint.of(rule.id(), file.path(), place, text, ordinal),
            fix));
  }

  private static String placeOf(List<Tree> path) {
    StringBuilder place = new StringBuilder();
    for (Tree tree : path) {
      if (tree instanceof ClassTree type) {
        place.append(type.getSimpleName()).append('.');
      } else if (tree instanceof MethodTree method) {
        place.append(method.getName()).append('/').append(method.getParameters().size());
      }
    }
    return place.toString();
  }
}
