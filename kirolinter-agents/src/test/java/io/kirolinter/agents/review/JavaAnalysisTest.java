package io.kirolinter.agents.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.git.Repositories;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.repository.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaAnalysisTest {

  @TempDir Path folder;

  @Test
  void losesOnlyTheFilesThatMakeARuleFail() throws IOException {
    Files.writeString(folder.resolve("A.java"), "class A {}");
    Files.writeString(folder.resolve("B.java"), "class Bad {}");
    Files.writeString(folder.resolve("C.java"), "class C {}");
    AnalysisReport report = analyzeWith(new FailingRule());
    assertThat(report.files()).extracting(FileReport::path).hasSize(3);
    assertThat(report.findings())
        .extracting(finding -> finding.path().value())
        .containsExactly("A.java", "C.java");
    assertThat(report.problems()).hasSize(1);
    assertThat(report.problems().get(0).path()).hasToString("B.java");
    assertThat(report.problems().get(0).reason())
        .startsWith("made the analyzer fail")
        .contains("on purpose");
  }

  private AnalysisReport analyzeWith(JavaRule rule) {
    try (Snapshot snapshot = Repositories.open(folder).snapshot(Optional.empty())) {
      AnalysisRequest request =
          new AnalysisRequest(
              snapshot,
              snapshot.files(),
              Scope.everything(),
              Progress.none(),
              Cancellation.create());
      return new JavaAnalysis(request, snapshot.files(), JavaChecker.of(List.of(rule))).run(1);
    }
  }

  /** Reports every class, and fails on the one named Bad. */
  private static final class FailingRule implements JavaRule {

    @Override
    public Rule about() {
      return new Rule(
          RuleId.of("failing"),
          "Failing",
          "Fails.",
          Category.CORRECTNESS,
          Severity.LOW,
          FixLevel.NONE,
          List.of());
    }

    @Override
    public Set<Tree.Kind> kinds() {
      return Set.of(Tree.Kind.CLASS);
    }

    @Override
    public void check(Tree tree, RuleContext context) {
      if (((ClassTree) tree).getSimpleName().contentEquals("Bad")) {
        throw new IllegalStateException("on purpose");
      }
      context.report(tree, "a class");
    }
  }
}
