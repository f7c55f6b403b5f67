package io.kirolinter.agents.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.store.ResultCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeReviewTest {

  private static final String UNUSED = "import java.util.List;\n\nclass %s {}\n";

  @TempDir Path temp;
  private TestRepository repository;

  @BeforeEach
  void makeRepository() {
    repository = TestRepository.init(temp.resolve("repository"));
    repository
        .write("one/src/main/java/A.java", UNUSED.formatted("A"))
        .write("one/src/test/java/ATest.java", UNUSED.formatted("ATest"))
        .write("one-more/src/main/java/B.java", UNUSED.formatted("B"))
        .write("notes.txt", "x")
        .commit("first");
  }

  @Test
  void readsTheFilesAsTheyLieOnDisk() {
    repository.write("one/src/main/java/A.java", "class A {}\n");

    assertThat(report(".").findings())
        .extracting(one -> one.path().value())
        .containsExactly("one-more/src/main/java/B.java");
  }

  @Test
  void keepsToTheFolderThatIsNamed() {
    assertThat(paths(report("one"))).containsExactly("one/src/main/java/A.java");
    assertThat(paths(report("."))).hasSize(2);
  }

  @Test
  void keepsToTheFileThatIsNamed() {
    assertThat(paths(report("one/src/main/java/A.java")))
        .containsExactly("one/src/main/java/A.java");
  }

  @Test
  void analysesTestCodeWhereItIsNamed() {
    assertThat(paths(report("one/src/test"))).containsExactly("one/src/test/java/ATest.java");
  }

  @Test
  void takesTestCodeInWhereItIsAskedFor() {
    Scope all = Scope.everything().withSources(Scope.SourceSets.MAIN_AND_TEST);

    assertThat(paths(report(".", all))).hasSize(3);
  }

  @Test
  void keepsToTheRulesOfTheScope() {
    Scope other = Scope.everything().withRules(Set.of(RuleId.of("empty-catch-block")));

    assertThat(report(".", other).findings()).isEmpty();
  }

  @Test
  void knowsRulesByNameAndOffersTheNearest() {
    assertThat(review(".").ruleNamed("unused-import")).isEqualTo(RuleId.of("unused-import"));
    assertThatThrownBy(() -> review(".").ruleNamed("unused-imports"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage(
            "Cannot use rule 'unused-imports': there is no such rule; expected the id of a rule,"
                + " as 'kirolinter rules' lists them. Did you mean 'unused-import'?");
  }

  @Test
  void worksInAPlainFolder() throws IOException {
    Path plain = Files.createDirectories(temp.resolve("plain"));
    Files.writeString(plain.resolve("A.java"), UNUSED.formatted("A"));

    CodeReview review = CodeReview.of(Repositories.open(plain), plain, analyzers());
    try (Snapshot snapshot = review.snapshot()) {
      assertThat(review.report(snapshot, Scope.everything()).findings()).hasSize(1);
    }
  }

  @Test
  void namesAPathThatIsNotThere() {
    assertThatThrownBy(() -> CodeReview.of(repository.open(), temp.resolve("missing"), analyzers()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("Cannot analyse path '" + temp.resolve("missing") + "': ");
  }

  @Test
  void looksOnlyAtFilesThatTheCacheDoesNotKnow() {
    CountingAnalyzer analyzer = CountingAnalyzer.ofVersion("slow-1");
    MapCache cache = new MapCache();
    AnalysisReport first = cachedReport(analyzer, cache);
    repository.write("one/src/main/java/A.java", UNUSED.formatted("Other"));

    AnalysisReport second = cachedReport(analyzer, cache);

    assertThat(analyzer.analyzed())
        .containsExactlyInAnyOrder(
            "one/src/main/java/A.java",
            "one-more/src/main/java/B.java",
            "one/src/main/java/A.java");
    assertThat(paths(second)).isEqualTo(paths(first));
  }

  @Test
  void tellsWhatItLooksAtAndFor() {
    CodeReview review = review(".");

    assertThat(review.repository().location()).isEqualTo(repository.open().location());
    assertThat(review.rules(Scope.everything())).isEqualTo(RulePages.rules());
    assertThat(review.rules(Scope.everything().withRules(Set.of(RuleId.of("weak-hash")))))
        .extracting(rule -> rule.id().value())
        .containsExactly("weak-hash");
  }

  private AnalysisReport cachedReport(Analyzer analyzer, ResultCache cache) {
    CodeReview review =
        CodeReview.of(repository.open(), repository.folder(), List.of(analyzer)).cachedBy(cache);
    try (Snapshot snapshot = review.snapshot()) {
      return review.report(snapshot, Scope.everything());
    }
  }

  /** A cache that lives as long as a test. */
  private static final class MapCache implements ResultCache {

    private final Map<String, String> entries = new HashMap<>();

    @Override
    public Map<String, String> get(Collection<String> keys) {
      Map<String, String> found = new HashMap<>(entries);
      found.keySet().retainAll(keys);
      return found;
    }

    @Override
    public void put(Map<String, String> more) {
      entries.putAll(more);
    }
  }

  private AnalysisReport report(String below) {
    return report(below, Scope.everything());
  }

  private AnalysisReport report(String below, Scope scope) {
    CodeReview review = review(below);
    try (Snapshot snapshot = review.snapshot()) {
      return review.report(snapshot, scope);
    }
  }

  private CodeReview review(String below) {
    return CodeReview.of(
        repository.open(), repository.folder().resolve(below).normalize(), analyzers());
  }

  private static List<Analyzer> analyzers() {
    return List.of(JavaAnalyzer.withAllRules(1));
  }

  private static List<String> paths(AnalysisReport report) {
    return report.files().stream().map(FileReport::path).map(Object::toString).toList();
  }
}
