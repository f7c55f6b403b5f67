package io.kirolinter.agents.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.SnapshotFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedAnalyzerTest {

  private static final String UNUSED = "import java.util.List;\n\nclass %s {}\n";

  @TempDir Path temp;
  private TestRepository repository;

  @BeforeEach
  void makeRepository() {
    repository = TestRepository.init(temp.resolve("repository"));
    repository
        .write("A.java", UNUSED.formatted("A"))
        .write("B.java", "class B { boolean b(B b) { return b == b; } }\n")
        .commit("first");
  }

  @Test
  void looksAtAFileOnlyOnce() {
    CountingAnalyzer counting = CountingAnalyzer.ofVersion("1");

    AnalysisReport first = analyze(counting, Scope.everything());
    AnalysisReport second = analyze(counting, Scope.everything());

    assertThat(counting.analyzed()).containsExactly("A.java", "B.java");
    assertThat(second).isEqualTo(first);
    assertThat(rules(first)).contains("unused-import", "self-comparison");
  }

  @Test
  void looksAgainAtWhatHasChangedAndAtNothingElse() {
    CountingAnalyzer counting = CountingAnalyzer.ofVersion("1");
    analyze(counting, Scope.everything());
    repository.write("A.java", "class A {}\n").commit("second");

    AnalysisReport second = analyze(counting, Scope.everything());

    assertThat(counting.analyzed()).containsExactly("A.java", "B.java", "A.java");
    assertThat(rules(second)).doesNotContain("unused-import");
  }

  @Test
  void looksAgainAfterAMove() {
    CountingAnalyzer counting = CountingAnalyzer.ofVersion("1");
    analyze(counting, Scope.everything());
    repository.git("mv", "A.java", "Moved.java");
    repository.commit("moved");

    AnalysisReport second = analyze(counting, Scope.everything());

    assertThat(counting.analyzed()).last().isEqualTo("Moved.java");
    assertThat(second.findings()).extracting(one -> one.path().value()).contains("Moved.java");
  }

  @Test
  void looksAgainWithARuleSetOfAnotherVersion() {
    analyze(CountingAnalyzer.ofVersion("1"), Scope.everything());
    CountingAnalyzer newer = CountingAnalyzer.ofVersion("2");

    analyze(newer, Scope.everything());

    assertThat(newer.analyzed()).containsExactly("A.java", "B.java");
  }

  @Test
  void answersEveryScopeFromTheSameEntries() {
    CountingAnalyzer counting = CountingAnalyzer.ofVersion("1");
    Scope smells = Scope.everything().withCategories(Set.of(Category.CODE_SMELL));
    Scope oneRule = Scope.everything().withRules(Set.of(RuleId.of("self-comparison")));

    assertThat(rules(analyze(counting, smells))).containsOnly("unused-import");
    assertThat(rules(analyze(counting, oneRule))).containsOnly("self-comparison");
    assertThat(rules(analyze(counting, Scope.everything())))
        .contains("unused-import", "self-comparison");
    assertThat(counting.requests()).hasSize(1);
  }

  @Test
  void keepsNothingOfAFileThatCouldNotBeRead() {
    CountingAnalyzer counting = CountingAnalyzer.ofVersion("1");
    repository.write("C.java", new byte[] {(byte) 0xff, (byte) 0xfe, 'x'}).commit("broken");

    analyze(counting, Scope.everything());
    AnalysisReport second = analyze(counting, Scope.everything());

    assertThat(counting.analyzed()).containsExactly("A.java", "B.java", "C.java", "C.java");
    assertThat(second.problems()).hasSize(1);
  }

  @Test
  void looksAgainWhereAnEntryIsDamaged() {
    CountingAnalyzer counting = CountingAnalyzer.ofVersion("1");
    AnalysisReport first = analyze(counting, Scope.everything());
    try (TestContext context = context()) {
      Map<String, String> damaged = new HashMap<>();
      for (SnapshotFile file : context.snapshot().files()) {
        damaged.put("review/1/" + file.hash() + "/" + file.path(), "{ no JSON");
      }
      assertThat(context.cache().get(damaged.keySet())).hasSize(2);
      context.cache().put(damaged);
    }

    AnalysisReport second = analyze(counting, Scope.everything());

    assertThat(second).isEqualTo(first);
    assertThat(counting.requests()).hasSize(2);
  }

  @Test
  void keepsNothingOfAnAnalyzerWithoutVersion() {
    CountingAnalyzer counting = CountingAnalyzer.withoutVersion();

    analyze(counting, Scope.everything());
    analyze(counting, Scope.everything());

    assertThat(counting.requests()).hasSize(2);
  }

  @Test
  void saysOfItselfWhatTheAnalyzerSays() {
    try (TestContext context = context()) {
      CountingAnalyzer slow = CountingAnalyzer.slow();
      Analyzer cached = CachedAnalyzer.of(slow, context.cache());

      assertThat(cached).isInstanceOf(CachedAnalyzer.class);
      assertThat(cached.name()).isEqualTo("counting");
      assertThat(cached.version()).contains("slow-1");
      assertThat(cached.effort()).isEqualTo(Scope.Effort.THOROUGH);
      assertThat(cached.rules()).isEqualTo(slow.rules());
    }
  }

  private TestContext context() {
    return TestContext.of(
        "20261122-181530-4f2ac1", repository.open(), temp.resolve("home"), Scope.everything());
  }

  private AnalysisReport analyze(Analyzer analyzer, Scope scope) {
    try (TestContext context = context()) {
      AnalysisRequest request =
          new AnalysisRequest(
              context.snapshot(),
              context.snapshot().files(),
              scope,
              context.progress(),
              context.cancellation());
      return CachedAnalyzer.of(analyzer, context.cache()).analyze(request);
    }
  }

  private static List<String> rules(AnalysisReport report) {
    return report.findings().stream().map(Finding::rule).map(RuleId::value).distinct().toList();
  }
}
