package io.kirolinter.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.analysis.Scope.SourceSets;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.experience.Experience.Sharing;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.PathGlob;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

  private static final SettingsReader READER =
      SettingsReader.knowing(
          new Vocabulary(
              Set.of("java", "pmd", "sarif"), Set.of("unused-import", "empty-catch-block")));

  private static final String COMPLETE =
      """
      # what this repository settles
      analyzers: [java, pmd, "sarif=build/found.sarif"]
      pmd:
        rulesets:
          - config/pmd.xml
      exclude:
        - "**/legacy/**"
        - "*Dto.java"
      suppress:
        - rules: [unused-import, pmd/CloseResource]
          paths: [src/old]
        - categories: [code-smell]
      baseline: config/baseline.json
      verify: mvn -q test
      generated:
        - src/main/java/schema/
      include-tests: true
      """;

  @Test
  void readsEveryKey() {
    assertThat(read(COMPLETE))
        .isEqualTo(
            Settings.none()
                .withAnalyzers(List.of("java", "pmd", "sarif=build/found.sarif"))
                .withPmdRulesets(List.of("config/pmd.xml"))
                .withExclude(List.of(PathGlob.of("**/legacy/**"), PathGlob.of("*Dto.java")))
                .withSuppress(
                    List.of(
                        new Suppression(
                            Set.of(RuleId.of("unused-import"), RuleId.of("pmd/CloseResource")),
                            Set.of(),
                            List.of(PathGlob.of("src/old"))),
                        new Suppression(Set.of(), Set.of(Category.CODE_SMELL), List.of())))
                .withBaseline(SourcePath.of("config/baseline.json"))
                .withVerify("mvn -q test")
                .withGenerated(List.of(PathGlob.of("src/main/java/schema/")))
                .withSources(SourceSets.MAIN_AND_TEST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# a comment", "---\n", "exclude:\n", "exclude: []", "exclude: ~"})
  void settlesNothingWhereNothingStands(String yaml) {
    assertThat(read(yaml)).isEqualTo(Settings.none());
  }

  @Test
  void repositoriesLearnFromEachOtherOnlyIfTheUserSaysSo() {
    assertThat(Settings.none().sharing()).isEqualTo(Sharing.NOTHING);
    assertThat(read("learn: {share: nothing}").sharing()).isEqualTo(Sharing.NOTHING);
    assertThat(read("learn: {share: rule-counts}").sharing()).isEqualTo(Sharing.RULE_COUNTS);
    assertThat(read("verify: x").over(read("learn: {share: rule-counts}")).sharing())
        .isEqualTo(Sharing.RULE_COUNTS);
  }

  @Test
  void knowsTruthAsYamlWritesIt() {
    assertThat(read("include-tests: yes").sources()).contains(SourceSets.MAIN_AND_TEST);
    assertThat(read("include-tests: false").sources()).contains(SourceSets.MAIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exlude: [a]|line 1, column 1: there is no key 'exlude'|Did you mean 'exclude'?",
        "verify: x\\n1: 2|line 2, column 1: there is no key '1'|Known names: analyzers, background",
        "exclude: a|line 1, column 10: the text 'a'|a list, each item after a dash",
        "exclude:\\n  - [b]|line 2, column 5: a list|expected a text",
        "pmd: [a]|line 1, column 6: a list|keys with values",
        "pmd: {ruleset: [a]}|line 1, column 7: there is no key 'ruleset'|'rulesets'",
        "verify: {a: b}|line 1, column 9: a mapping of keys to values|expected a text",
        "verify: true|the truth value true|in quotes",
        "verify: 17|the number 17|in quotes",
        "verify: ~|nothing|expected a text",
        "verify: ''|line 1, column 9: nothing|expected a text",
        "verify: ' '|the text ' '|expected a text",
        "learn: {share: all}|line 1, column 16: 'all'|nothing or rule-counts",
        "learn: {shares: all}|line 1, column 9: there is no key 'shares'|Did you mean 'share'?",
        "include-tests: 1|the number 1|true or false",
        "include-tests: [yes]|a list|true or false",
        "analyzers: [java, pmdd]|line 1, column 19: there is no analyzer 'pmdd'|mean 'pmd'?",
        "suppress: [{rules: [unused-imort]}]|there is no rule 'unused-imort'|'unused-import'",
        "suppress: [{rules: [zzzzzzzzzzz]}]|there is no rule 'zzzzzzzzzzz'|Correct the name.",
        "suppress: [{rule: [a]}]|there is no key 'rule'|Did you mean 'rules'?",
        "suppress: [{categories: [smell]}]|there is no category 'smell'|a known category",
        "suppress: [{}]|line 1, column 12: it names nothing|rules, categories or paths",
        "exclude: ['a[b]']|'a[b]' has a wildcard other than|a path with *, ** and ? at most",
        "baseline: ../x|line 1, column 11: '../x'|a path inside the repository",
        "baseline: /etc/x|'/etc/x'|a path inside the repository",
      })
  void saysWhatIsWrongWhere(String yaml, String found, String help) {
    assertThatThrownBy(() -> read(yaml.replace("\\n", "\n")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("Cannot read settings '.kirolinter.yaml': ")
        .hasMessageContaining(found)
        .hasMessageContaining(help);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exclude: [a\\nb: c|line 2, column 2: while parsing a flow sequence, expected ',' or ']'",
        "'\tverify: x'|line 1, column 1: while scanning for the next token",
        "? [a]\\n: b|line 1, column 4: Expected a field name",
        "exclude: [a]\\nexclude: [b]|line 2, column 1: the key 'exclude' stands there twice",
        "verify: x\\n---\\nverify: y|line 3, column 1: a second document starts",
        "verify: !!java.lang.Runtime [x]|line 1, column 9: the tag",
        "!!set\\nverify: x|line 1, column 1: the tag",
        "&k verify: x|an anchor or alias",
        "exclude: &x [a]|an anchor or alias",
        "exclude: [&x a, *x]|line 1, column 17: an anchor or alias",
        "<<: {verify: x}|there is no key '<<'",
      })
  void takesThePlainPartOfYamlOnly(String yaml, String found) {
    assertThatThrownBy(() -> read(yaml.replace("\\n", "\n")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(found);
  }

  @Test
  @Timeout(60)
  void isNotBlownUpByAliases() {
    StringBuilder bomb = new StringBuilder("exclude: &a0 [x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("k%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
    }
    assertThatThrownBy(() -> read(bomb.toString())).hasMessageContaining("anchor or alias");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  @Timeout(60)
  void isNotBlownUpByNesting(String opening) {
    assertThatThrownBy(() -> read("exclude: " + opening.repeat(65_000 / opening.length())))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> read(opening.repeat(11)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("at most 10 levels deep");
  }

  @Test
  void refusesWhatIsLargeOrNoText() {
    assertThatThrownBy(() -> READER.read("config.yaml", new byte[64 * 1024 + 1]))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("65537 bytes; expected at most 65536");
    assertThatThrownBy(() -> READER.read("config.yaml", new byte[] {'a', (byte) 0xFF}))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("it is not UTF-8");
  }

  @Test
  void readsTheSettingsOfAUser(@TempDir Path home) throws IOException {
    assertThat(READER.ofUser(home)).isEqualTo(Settings.none());

    Files.writeString(home.resolve("config.yaml"), "verify: make");

    assertThat(READER.ofUser(home).verify()).contains("make");
  }

  @Test
  void namesTheUsersFileThatCannotBeRead(@TempDir Path home) throws IOException {
    Files.createDirectory(home.resolve("config.yaml"));

    assertThatThrownBy(() -> READER.ofUser(home))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("config.yaml")
        .hasMessageContaining("a file that can be read");
  }

  @Test
  void readsTheSettingsOfARepositoryFromItsSnapshot() {
    assertThat(READER.ofRepository(new OneFile("README.md", "verify: x")))
        .isEqualTo(Settings.none());
    assertThat(READER.ofRepository(new OneFile(".kirolinter.yaml", "verify: x")).verify())
        .contains("x");
  }

  private static Settings read(String yaml) {
    return READER.read(".kirolinter.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  private record OneFile(String name, String content) implements Snapshot {

    @Override
    public Optional<CommitId> commit() {
      return Optional.empty();
    }

    @Override
    public List<SnapshotFile> files() {
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      return List.of(
          new SnapshotFile(
              SourcePath.of(name),
              ContentHash.of(bytes),
              bytes.length,
              SnapshotFile.FileMode.REGULAR));
    }

    @Override
    public byte[] read(SnapshotFile file) {
      return content.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {}
  }
}
