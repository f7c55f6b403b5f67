package io.kirolinter.agents.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.review.JavaAnalyzer;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.repository.Snapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test commits code, takes its baseline, commits a change, and matches. */
class BaselineTest {

  private static final String CODE =
      """
      package a;

      import java.util.List;

      class A {
        void first(String s) {
          if (s == "x") {
            run();
          }
        }

        void second(String s) {
          if (s == "y") {
            run();
          }
        }

        void run() {}
      }
      """;

  @TempDir Path temp;
  private TestRepository repository;

  @BeforeEach
  void commitOldCode() {
    repository = TestRepository.init(temp.resolve("project"));
    repository.write("src/a/A.java", CODE).write("src/a/B.java", "package a;\nclass B {}\n");
    repository.commit("old code");
  }

  @Test
  void knowsWhatItWasMadeOf() {
    Baseline baseline = baseline();

    BaselineMatch match = match(baseline);

    assertThat(baseline.size()).isEqualTo(3);
    assertThat(match.fresh()).isEmpty();
    assertThat(match.known()).isEqualTo(3);
    assertThat(gone(match)).isZero();
  }

  @Test
  void knowsFindingsWhoseLinesHaveMoved() {
    assertKnown(CODE.replace("class A {", "/** More. */\nclass A {\n  int a;\n\n  int b;\n"));
  }

  @Test
  void knowsFindingsOfAMethodThatHasMoved() {
    String first = CODE.substring(CODE.indexOf("  void first"), CODE.indexOf("  void second"));
    assertKnown(
        CODE.replace(first, "").replace("  void run() {}\n", "  void run() {}\n\n" + first));
  }

  @Test
  void knowsFindingsBetweenEditedLines() {
    assertKnown(CODE.replace("run();", "s.length();").replace("package a;", "package b;"));
  }

  @Test
  void knowsFindingsOnLinesThatAreIndentedAnew() {
    assertKnown(CODE.replace("  ", "\t").replace("s == \"x\"", "s  ==\n\"x\""));
  }

  @Test
  void knowsFindingsWhateverEndsTheLines() {
    assertKnown(CODE.replace("\n", "\r\n"));
  }

  @Test
  void knowsFindingsInAMethodOfAnotherName() {
    assertKnown(CODE.replace("first(String s)", "primary(String s, int more)"));
  }

  @Test
  void knowsFindingsInAFileOfAnotherName() {
    Baseline baseline = baseline();
    repository.git("mv", "src/a/A.java", "src/Renamed.java");
    repository.write("src/Renamed.java", CODE.replace("class A ", "class Renamed "));
    repository.commit("rename");

    BaselineMatch match = match(baseline);

    assertThat(match.fresh()).isEmpty();
    assertThat(match.known()).isEqualTo(3);
    assertThat(gone(match)).isZero();
  }

  @Test
  void takesNoFileForRenamedThatSharesLessThanHalf() {
    Baseline baseline = baseline();
    repository.git("rm", "-q", "src/a/A.java");
    repository.write("src/a/C.java", "import java.util.List;\nclass C {}\n").commit("other code");

    BaselineMatch match = match(baseline);

    assertThat(match.fresh()).hasSize(1);
    assertThat(gone(match)).isEqualTo(3);
  }

  @Test
  void takesTheFileThatSharesMostForTheRenamedOne() {
    Baseline baseline = baseline();
    repository.git("mv", "src/a/A.java", "src/a/Z.java");
    String part = CODE.substring(CODE.indexOf("  void second"), CODE.indexOf("  void run"));
    repository.write(
        "src/a/C.java", "package a;\nimport java.util.List;\nclass C {\n" + part + "}\n");
    repository.commit("rename, and copy a part");

    assertThat(match(baseline).fresh())
        .extracting(finding -> finding.path().fileName())
        .containsOnly("C.java");
  }

  @Test
  void doesNotKnowTheSameFindingInAnotherFileThatWasThere() {
    Baseline baseline = baseline();
    repository.write("src/a/A.java", CODE.replace("import java.util.List;\n", ""));
    repository.write("src/a/B.java", "package a;\nimport java.util.List;\nclass B {}\n");
    repository.commit("move an import");

    BaselineMatch match = match(baseline);

    assertThat(match.fresh()).hasSize(1);
    assertThat(gone(match)).isEqualTo(1);
  }

  @Test
  void doesNotKnowASecondFindingOfTheSameKindInTheSamePlace() {
    Baseline baseline = baseline();
    String check = "    if (s == \"x\") {\n      run();\n    }\n";
    repository.write("src/a/A.java", CODE.replace(check, check + check)).commit("twice");

    BaselineMatch match = match(baseline);

    assertThat(match.fresh()).hasSize(1);
    assertThat(match.known()).isEqualTo(3);
    assertThat(match.fresh().get(0).rule().value()).isEqualTo("string-reference-comparison");
  }

  @Test
  void doesNotKnowAFindingWhoseOwnTextHasChanged() {
    Baseline baseline = baseline();
    repository.write("src/a/A.java", CODE.replace("\"x\"", "\"z\"")).commit("other text");

    BaselineMatch match = match(baseline);

    assertThat(match.fresh()).hasSize(1);
    assertThat(gone(match)).isEqualTo(1);
    assertThat(match.gone((rule, path) -> path.fileName().equals("B.java"))).isZero();
  }

  @Test
  void isWrittenOneFindingALineAndReadBackEqual() {
    String written = baseline().written();

    assertThat(written.lines())
        .hasSize(5)
        .startsWith("{ \"version\": 1, \"findings\": [")
        .endsWith("] }");
    assertThat(written.lines().skip(1).limit(3))
        .isSorted()
        .allMatch(line -> line.contains("\"path\":\"src/a/A.java\""));
    assertThat(read(written).written()).isEqualTo(written);
    assertThat(Baseline.empty().written()).isEqualTo("{ \"version\": 1, \"findings\": [] }\n");
    assertThat(read(Baseline.empty().written()).size()).isZero();
  }

  @Test
  void changesByOneLineWhenOneFindingGoes() {
    List<String> before =
        baseline().written().lines().map(line -> line.replace("},", "}")).toList();
    repository.write("src/a/A.java", CODE.replace("s == \"x\"", "s.isEmpty()"));
    repository.commit("mend one");
    List<String> after = baseline().written().lines().map(line -> line.replace("},", "}")).toList();

    assertThat(before).containsAll(after).hasSize(after.size() + 1);
  }

  @Test
  void keepsOfAnOlderOneWhatWasNotLookedAt() {
    Baseline old = baseline();

    Baseline some = Baseline.empty().keeping(old, (rule, path) -> rule.value().contains("string"));

    assertThat(some.size()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"version\":1}",
        "{\"version\":2,\"findings\":[]}",
        "{\"version\":1,\"findings\":[null]}",
        "{\"version\":1,\"findings\":[{\"rule\":\"a\"}]}",
        "{\"version\":1,\"findings\":[{\"rule\":\"a\",\"path\":\"../x\",\"fingerprint\":"
            + "\"0123456789abcdef\",\"text\":\"0123456789abcdef\"}]}",
        "{\"version\":1,\"findings\":[{\"rule\":\"a\",\"path\":\"x\",\"fingerprint\":"
            + "\"0123456789abcdef\",\"text\":\"none\"}]}"
      })
  void refusesAFileThatIsNone(String content) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("Cannot read baseline 'base.json': it ")
        .hasMessageContaining("--write-baseline");
  }

  @Test
  void saysHowToMakeOneThatIsMissing() {
    assertThat(Baseline.missing("old.json"))
        .hasMessageContaining("there is no such file")
        .hasMessageContaining("--write-baseline=old.json");
  }

  private void assertKnown(String changed) {
    Baseline baseline = read(baseline().written());
    repository.write("src/a/A.java", changed).commit("change");

    BaselineMatch match = match(baseline);

    assertThat(changed).isNotEqualTo(CODE);
    assertThat(match.fresh()).isEmpty();
    assertThat(match.known()).isEqualTo(3);
    assertThat(gone(match)).isZero();
  }

  private Baseline baseline() {
    try (Snapshot snapshot = snapshot()) {
      return Baseline.of(findings(snapshot), snapshot);
    }
  }

  private BaselineMatch match(Baseline baseline) {
    try (Snapshot snapshot = snapshot()) {
      return baseline.match(findings(snapshot), snapshot, path -> snapshot.file(path).isPresent());
    }
  }

  private Snapshot snapshot() {
    return repository.open().snapshot(Optional.of(repository.head()));
  }

  private static List<Finding> findings(Snapshot snapshot) {
    return JavaAnalyzer.withAllRules(1)
        .analyze(
            new AnalysisRequest(
                snapshot,
                snapshot.files(),
                Scope.everything(),
                Progress.none(),
                Cancellation.create()))
        .findings();
  }

  private static int gone(BaselineMatch match) {
    return match.gone((rule, path) -> true);
  }

  private static Baseline read(String written) {
    return Baseline.read("base.json", written.getBytes(StandardCharsets.UTF_8));
  }
}
