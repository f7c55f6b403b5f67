package io.kirolinter.agents.fix.testkit;

import io.kirolinter.agents.review.JavaChecker;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourceText;
import java.util.Collection;
import java.util.List;

/** What rules find. */
public final class Findings {

  private Findings() {}

  /** {@return what the rules find in all files that are UTF-8} */
  public static List<Finding> in(Snapshot snapshot, Collection<? extends JavaRule> rules) {
    JavaParser parser = JavaParser.open();
    JavaChecker checker = JavaChecker.of(List.copyOf(rules));
    return snapshot.files().stream()
        .flatMap(
            file ->
                SourceText.decode(snapshot.read(file))
                    .map(text -> checker.check(parser.parse(file.path(), text.text())))
                    .stream())
        .flatMap(report -> report.findings().stream())
        .toList();
  }
}
