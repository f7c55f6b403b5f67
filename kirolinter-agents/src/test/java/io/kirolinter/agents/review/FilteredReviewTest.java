package io.kirolinter.agents.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.baseline.Baseline;
import io.kirolinter.agents.review.FilteredReview.Filtered;
import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.source.PathGlob;
import io.kirolinter.core.step.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilteredReviewTest {

  private static final String CODE =
      "import java.util.List;\n\nclass %s {\n  boolean a(String s) {\n    return s == \"x\";\n  }\n}\n";
  private static final String IMPORT = "unused-import";
  private static final String STRINGS = "string-reference-comparison";

  @TempDir Path temp;
  private Path root;
  private TestRepository repository;

  @BeforeEach
  void makeRepository() throws IOException {
    root = temp.toRealPath().resolve("repository");
    repository = TestRepository.init(root);
    repository.git("symbolic-ref", "HEAD", "refs/heads/main");
    repository.write("a/A.java", CODE.formatted("A")).write("b/B.java", CODE.formatted("B"));
    repository.write("test/CTest.java", CODE.formatted("CTest")).commit("first");
  }

  @Test
  void showsEverythingWhereNothingIsSettled() {
    assertThat(shown())
        .containsExactlyInAnyOrder(
            "a/A.java " + IMPORT,
            "a/A.java " + STRINGS,
            "b/B.java " + IMPORT,
            "b/B.java " + STRINGS);
    assertThat(filtered(ReviewOptions.none()).remarks()).isEmpty();
  }

  @Test
  void leavesOutWhatIsExcludedByAnyone() {
    settle("exclude: [b]\n");

    assertThat(shown()).hasSize(2).allMatch(one -> one.startsWith("a/"));
    assertThat(inRun()).isEqualTo(shown());
    assertThat(shown(above(List.of(PathGlob.of("*.java"))))).isEmpty();
    assertThat(filtered(above(List.of(PathGlob.of("A.java")))).report().files()).isEmpty();
  }

  @Test
  void leavesOutGeneratedFiles() {
    settle("generated: ['b/**']\n");
    repository.write(
        ".gitattributes",
        "# linguist-generated\n*.java linguist-generated\n"
            + "/b/** -linguist-generated\n[ab]/* linguist-generated=true\n");
    repository.write("a/.gitattributes", "*.java text linguist-generated=false\n").commit("marks");
    repository.write("c/C.java", CODE.formatted("C")).commit("more");

    assertThat(shown()).hasSize(2).allMatch(one -> one.startsWith("a/A.java"));
    assertThat(inRun()).isEqualTo(shown());
  }

  @Test
  void leavesOutWhatIsSuppressed() {
    settle(
        "suppress:\n  - rules: [unused-import]\n    paths: [a]\n  - categories: [correctness]\n");

    assertThat(shown()).containsExactlyInAnyOrder("b/B.java " + IMPORT);
    assertThat(inRun()).isEqualTo(shown());
  }

  @Test
  void includesTestsWhereTheSettingsSayIt() {
    settle("include-tests: true\n");

    assertThat(shown()).hasSize(6);
    assertThat(inRun()).hasSize(6);
  }

  @Test
  void takesTheUsersSettingsWhereTheRepositoryHasNone() {
    Settings user = Settings.none().withSources(Scope.SourceSets.MAIN_AND_TEST);
    ReviewOptions options =
        new ReviewOptions(
            Settings.none(), user, Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(shown(options)).hasSize(6);
    settle("include-tests: false\n");
    assertThat(shown(options)).hasSize(4);
  }

  @Test
  void refusesSettingsThatAreWrong() {
    settle("exlude: [b]\n");

    assertThatThrownBy(this::shown)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Did you mean 'exclude'?");
    assertThatThrownBy(this::inRun).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void hidesWhatTheBaselineKnows() {
    Path file = root.resolve("old.json");
    Filtered written = filtered(ReviewOptions.none().withWriteBaseline(file));
    repository.write(
        "a/A.java", CODE.formatted("A").replace("  boolean", "  @Deprecated\n  boolean"));
    repository.write("b/B.java", "class B {}\n").write("c/C.java", CODE.formatted("C"));

    Filtered after = filtered(ReviewOptions.none().withBaseline(file));

    assertThat(written.report().findings()).isEmpty();
    assertThat(written.remarks())
        .containsExactlyInAnyOrder(
            "Wrote 4 findings to "
                + file
                + ". Use it by 'baseline: old.json' in .kirolinter.yaml,"
                + " or --baseline.");
    assertThat(texts(after)).containsExactlyInAnyOrder("c/C.java " + IMPORT, "c/C.java " + STRINGS);
    assertThat(after.remarks())
        .containsExactlyInAnyOrder(
            "2 findings known of old hidden, by "
                + file
                + ". 2 of its entries are gone: --write-baseline drops them.");
  }

  @Test
  void takesTheBaselineThatTheSettingsName() {
    settle("baseline: config/old.json\n");
    assertThatThrownBy(this::shown)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("config/old.json': there is no such file")
        .hasMessageContaining("--write-baseline");
    assertThatThrownBy(this::inRun).isInstanceOf(InvalidRequestException.class);
    repository.write("config/README", "x");

    Filtered written = filtered(ReviewOptions.none().withWriteBaseline(Path.of("")));
    repository.commit("baseline");
    repository.write("a/A.java", CODE.formatted("A").replace("\"x\"", "\"y\"")).commit("new");

    assertThat(written.remarks()).singleElement().asString().endsWith("config/old.json.");
    assertThat(shown()).containsExactlyInAnyOrder("a/A.java " + STRINGS);
    assertThat(inRun()).isEqualTo(shown());
    assertThat(summaryOfRun()).endsWith("; 3 findings known of old hidden");
  }

  @Test
  void writesTheUsualFileIfNobodyNamesAnother() {
    filtered(ReviewOptions.none().withWriteBaseline(Path.of("")));

    assertThat(root.resolve(Baseline.USUAL_FILE.value())).content().contains("\"version\": 1");
  }

  @Test
  void keepsInTheBaselineWhatItDidNotLookAt() throws IOException {
    Path file = temp.resolve("old.json");
    filtered(ReviewOptions.none().withWriteBaseline(file));
    repository.write("a/A.java", "class A {}\n");

    Filtered part = filtered("a", Scope.everything(), ReviewOptions.none().withWriteBaseline(file));
    String afterPart = Files.readString(file);
    Scope imports = Scope.everything().withRules(Set.of(RuleId.of(IMPORT)));
    repository.write("b/B.java", "class B {}\n");
    filtered(".", imports, ReviewOptions.none().withWriteBaseline(file));

    assertThat(part.remarks())
        .containsExactlyInAnyOrder("Wrote 2 findings to " + file + ". Use it by --baseline.");
    assertThat(afterPart).doesNotContain("a/A.java").contains(IMPORT, STRINGS);
    assertThat(Files.readString(file)).doesNotContain(IMPORT).contains(STRINGS);
  }

  @Test
  void saysWhyABaselineCannotBeReadOrWritten() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("folder"));

    assertThatThrownBy(() -> filtered(ReviewOptions.none().withBaseline(folder)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("a file that can be read");
    assertThatThrownBy(
            () -> filtered(ReviewOptions.none().withWriteBaseline(folder.resolve("no/x.json"))))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("Make the folder");
  }

  @Test
  void followsNoLinkToABaselineThatTheRepositoryNames() throws IOException {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Files.createSymbolicLink(root.resolve("link"), outside);
    Files.createSymbolicLink(root.resolve("old.json"), outside.resolve("x.json"));

    for (String named : List.of("link/x.json", "old.json")) {
      settle("baseline: " + named + "\n");
      assertThatThrownBy(() -> filtered(ReviewOptions.none().withWriteBaseline(Path.of(""))))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("a link leads to it");
    }
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void showsChangedLinesOnly() {
    settle("exclude: [c]\n");
    repository.write("a/A.java", CODE.formatted("A").replace("return s", "return  s"));
    repository.write("c/C.java", CODE.formatted("C")).write("d/D.java", CODE.formatted("D"));

    Filtered filtered = filtered(ReviewOptions.none().withChangedSince(""));

    assertThat(texts(filtered))
        .containsExactlyInAnyOrder(
            "a/A.java " + STRINGS, "d/D.java " + IMPORT, "d/D.java " + STRINGS);
    assertThat(filtered.report().files()).hasSize(2);
    assertThat(filtered.remarks())
        .containsExactlyInAnyOrder("Only lines changed since HEAD count, in 3 files.");
  }

  @Test
  void hidesChangedLinesToo() {
    Path file = temp.resolve("old.json");
    filtered(ReviewOptions.none().withWriteBaseline(file));
    repository.write("a/A.java", CODE.formatted("A").replace("return s", "return  s"));

    Filtered filtered = filtered(ReviewOptions.none().withChangedSince("").withBaseline(file));

    assertThat(filtered.report().findings()).isEmpty();
    assertThat(filtered.remarks()).last().asString().startsWith("1 finding known of old hidden");
  }

  @Test
  void writesNoBaselineOfChangedLines() {
    ReviewOptions both = ReviewOptions.none().withChangedSince("").withWriteBaseline(Path.of("x"));

    assertThatThrownBy(() -> filtered(both))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Leave one of the two out.");
  }

  private void settle(String yaml) {
    repository.write(".kirolinter.yaml", yaml).commit("settle");
  }

  private static ReviewOptions above(List<PathGlob> exclude) {
    return ReviewOptions.none().withAbove(Settings.none().withExclude(exclude));
  }

  private List<String> shown() {
    return shown(ReviewOptions.none());
  }

  private List<String> shown(ReviewOptions options) {
    return texts(filtered(options));
  }

  private Filtered filtered(ReviewOptions options) {
    return filtered(".", Scope.everything(), options);
  }

  private Filtered filtered(String below, Scope scope, ReviewOptions options) {
    CodeReview review =
        CodeReview.of(
            repository.open(), root.resolve(below), List.of(JavaAnalyzer.withAllRules(1)));
    FilteredReview filtered = FilteredReview.of(review, options);
    try (Snapshot snapshot = filtered.snapshot()) {
      return filtered.report(snapshot, scope);
    }
  }

  private List<String> inRun() {
    return ((Review) ((StepResult.Done) run()).artifact().orElseThrow())
        .findings().stream().map(one -> one.path() + " " + one.rule()).sorted().toList();
  }

  private String summaryOfRun() {
    return run().summary();
  }

  private StepResult run() {
    try (TestContext context =
        TestContext.of(
            "20261122-181530-4f2ac1",
            repository.open(),
            temp.resolve("home"),
            Scope.everything())) {
      return new ReviewStep(List.of(JavaAnalyzer.withAllRules(1))).run(context);
    }
  }

  private static List<String> texts(Filtered filtered) {
    return filtered.report().findings().stream()
        .map(one -> one.path() + " " + one.rule())
        .sorted()
        .toList();
  }
}
