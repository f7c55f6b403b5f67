package io.kirolinter.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterOptionsTest {

  private static final String UNUSED = "import java.util.List;\n\nclass %s {}\n";

  @TempDir Path temp;
  private TestRepository repository;
  private Cli cli;

  @BeforeEach
  void makeRepository() throws IOException {
    Path root = temp.toRealPath().resolve("repository");
    repository = TestRepository.init(root);
    repository.git("symbolic-ref", "HEAD", "refs/heads/main");
    repository.write("src/A.java", UNUSED.formatted("A")).commit("first");
    cli = Cli.in(root, temp.resolve("home"));
  }

  @Test
  void aBaselineHidesFindingsFromOutputAndExitCode() {
    assertThat(analyze("--fail-on", "low").exitCode()).isEqualTo(1);

    Outcome written = analyze("--write-baseline", "--fail-on", "low");
    Outcome hidden = analyze("--baseline", ".kirolinter-baseline.json", "--fail-on", "low");
    repository.write("src/B.java", UNUSED.formatted("B"));
    Outcome fresh = analyze("--baseline", ".kirolinter-baseline.json", "--fail-on", "low");

    assertThat(written.exitCode()).isZero();
    assertThat(written.err()).contains("Wrote 1 finding to ");
    assertThat(hidden.exitCode()).isZero();
    assertThat(hidden.out()).startsWith("0 findings in 1 file");
    assertThat(hidden.err()).contains("1 finding known of old hidden");
    assertThat(fresh.exitCode()).isEqualTo(1);
    assertThat(fresh.out()).contains("src/B.java").doesNotContain("src/A.java");
  }

  @Test
  void aMissingBaselineIsNamedWithTheWayToMakeIt() {
    Outcome outcome = analyze("--baseline", "old.json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("old.json': there is no such file", "--write-baseline=");
  }

  @Test
  void theBaselineMayBeNamedBehindAnEqualsSign() {
    assertThat(analyze("--write-baseline=old.json").exitCode()).isZero();
    assertThat(repository.folder().resolve("old.json")).exists();
  }

  @Test
  void changedOnlyLeavesTheNextWordToThePath() {
    repository.write("src/B.java", UNUSED.formatted("B"));

    Outcome outcome = cli.run("analyze", "--changed-only", "src");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("src/B.java").doesNotContain("src/A.java");
    assertThat(outcome.err()).contains("Only lines changed since HEAD count, in 1 file.");
  }

  @Test
  void changedOnlyTakesABaseBehindAnEqualsSign() {
    assertThat(analyze("--changed-only=main").out()).startsWith("0 findings");
    Outcome unknown = analyze("--changed-only=mian");

    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("Cannot compare with base 'mian'", "Did you mean 'main'?");
  }

  @Test
  void quietSaysNothingOfWhatIsHidden() {
    assertThat(analyze("--changed-only", "--quiet").err()).isEmpty();
  }

  @Test
  void excludedFilesAreLeftOut() {
    repository.write("src/old/B.java", UNUSED.formatted("B"));

    Outcome outcome = analyze("--exclude", "src/old", "--exclude", "*A.java");
    Outcome wrong = analyze("--exclude", "*.{java}");

    assertThat(outcome.out()).startsWith("0 findings in 0 files");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("Cannot use glob '*.{java}': it has a wildcard other than");
  }

  @Test
  void theUsersSettingsCount() throws IOException {
    Files.createDirectories(temp.resolve("home"));
    Files.writeString(temp.resolve("home/config.yaml"), "exclude: ['src/**']\n");

    assertThat(analyze().out()).startsWith("0 findings in 0 files");

    Files.writeString(temp.resolve("home/config.yaml"), "exclude: nothing\n");
    assertThat(analyze().exitCode()).isEqualTo(2);
    assertThat(analyze().err()).contains("config.yaml': line 1, column 10");
  }

  private Outcome analyze(String... options) {
    return cli.run(
        Stream.concat(Stream.of("analyze", "."), Stream.of(options)).toArray(String[]::new));
  }
}
