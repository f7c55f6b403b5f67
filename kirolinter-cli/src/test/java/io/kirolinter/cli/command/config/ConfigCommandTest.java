package io.kirolinter.cli.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.FileTree;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {

  @TempDir Path temp;
  private TestRepository repository;
  private Path home;
  private Cli cli;

  @BeforeEach
  void makeRepository() throws IOException {
    repository = SampleCode.repository(temp.resolve("repository"));
    home = Files.createDirectories(temp.resolve("home"));
    cli = Cli.in(repository.folder(), home);
  }

  @Test
  void initWritesAFileThatIsRightAndSettlesNothing() {
    Outcome outcome = cli.run("config", "init").exitedWith(0);

    assertThat(outcome.out()).startsWith("Wrote ").contains(".kirolinter.yaml");
    assertThat(cli.run("config", "validate").exitedWith(0).out()).contains("yaml is right.");
    assertThat(json("config", "show").get("settings").findValuesAsText("from"))
        .containsOnly("default");
  }

  @Test
  void everyLineOfTheSampleIsRightWhenItIsNoComment() throws IOException {
    cli.run("config", "init").exitedWith(0);
    Path file = repository.folder().resolve(".kirolinter.yaml");
    String settings =
        Files.readString(file)
            .lines()
            .filter(
                line ->
                    line.matches(
                        "# ( *- .*|[a-z-]+:( [^A-Z]*)?|  rulesets: .*|    paths: .*|  careful:|    steps: .*)"))
            .map(line -> line.substring(2))
            .reduce("", (all, line) -> all + line + "\n");

    Files.writeString(file, settings);

    assertThat(cli.run("config", "validate").exitedWith(0).out()).contains("is right");
    for (JsonNode row : json("config", "show").get("settings")) {
      boolean ofUserOnly =
          List.of("background", "learn.share").contains(row.get("key").textValue());
      assertThat(row.get("from").textValue())
          .isEqualTo(ofUserOnly ? "default" : ".kirolinter.yaml");
    }
  }

  @Test
  void initOverwritesNothing() {
    repository.write(".kirolinter.yaml", "include-tests: true\n");
    FileTree before = FileTree.of(temp);

    Outcome outcome = cli.run("config", "init").exitedWith(2);

    assertThat(outcome.err()).contains("there is such a file already");
    assertThat(FileTree.of(temp)).isEqualTo(before);
  }

  @Test
  void validateSaysWhereAFileIsWrong() {
    repository.write(".kirolinter.yaml", "verify: make\nanalysers: [java]\n");

    cli.run("config", "validate")
        .refusedWith(
            2,
            "Cannot read settings '.kirolinter.yaml': line 2, column 1: there is no key"
                + " 'analysers'; expected one of the known keys. Did you mean 'analyzers'?");
  }

  @Test
  void validateLooksAtTheFileOfTheUserToo() throws IOException {
    assertThat(cli.run("config", "validate").exitedWith(0).out())
        .startsWith("There are no settings");
    Files.writeString(home.resolve("config.yaml"), "verify: [1]\n");

    assertThat(cli.run("config", "validate").exitedWith(2).err()).contains("config.yaml");
  }

  @Test
  void showTellsWhereEachSettingComesFrom() throws IOException {
    repository.write(".kirolinter.yaml", "verify: make\nexclude: [old]\n");
    String user = "verify: mine\nexclude: [demo]\ninclude-tests: true\n";
    Path file = Files.writeString(home.resolve("config.yaml"), user);

    String shown = cli.run("config", "show").exitedWith(0).out();

    assertThat(shown)
        .containsPattern("verify +make +.kirolinter.yaml")
        .containsPattern("exclude +old +.kirolinter.yaml")
        .containsPattern("exclude +demo +" + file)
        .containsPattern("include-tests +true +" + file)
        .containsPattern("baseline +none +default")
        .contains("Note: not verified by the project's command 'make'");
    assertThat(json("config", "show").get("verifyCommand").textValue()).isEqualTo("mine");
  }

  @Test
  void trustIsForTheCommandAsItIsWrittenNow() {
    repository.write(".kirolinter.yaml", "verify: make\n");

    assertThat(cli.run("config", "trust").exitedWith(0).out()).contains("'make'");
    assertThat(json("config", "show").get("verifyCommand").textValue()).isEqualTo("make");
    assertThat(json("config", "show").get("notice").isNull()).isTrue();

    repository.write(".kirolinter.yaml", "verify: make evil\n");
    assertThat(json("config", "show").get("verifyCommand").isNull()).isTrue();
  }

  @Test
  void limitsOfTheMachineAreForTheUsersFileAlone() throws Exception {
    String limits = "background: {max-load: 1.5}\n";
    Files.createDirectories(temp.resolve("home"));
    Files.writeString(temp.resolve("home/config.yaml"), limits);
    assertThat(cli.run("config", "show").exitedWith(0).out())
        .containsPattern("background +max-load 1.5 +.*config.yaml");

    repository.write(".kirolinter.yaml", limits);

    assertThat(cli.run("config", "validate").exitedWith(2).err())
        .contains(".kirolinter.yaml", "line 1", "the config.yaml of the data folder only");
  }

  @Test
  void trustIsListedAndRevoked() {
    repository.write(".kirolinter.yaml", "verify: make\n");
    assertThat(cli.run("config", "trust", "--list").exitedWith(0).out()).startsWith("No command");
    cli.run("config", "trust").exitedWith(0);
    assertThat(json("config", "trust", "--list").get("trusted").findValuesAsText("command"))
        .containsExactly("make");

    cli.run("config", "trust", "--revoke").exitedWith(0);

    assertThat(json("config", "trust", "--list").get("trusted")).isEmpty();
  }

  @Test
  void trustLetsChannelsToTheOutsideBeUsed() {
    repository.write(
        ".kirolinter.yaml",
        "verify: make\nnotify: [{channel: slack, url-env: HOOK}, {channel: console}]\n");
    cli.run("config", "trust").exitedWith(0);

    assertThat(json("config", "trust", "--list").get("trusted").findValuesAsText("command"))
        .containsExactly("make", "notify slack, severity low, url variable HOOK");
    assertThat(cli.run("config", "show").exitedWith(0).out())
        .contains("notify slack, severity low, url variable HOOK; notify console, severity low");
  }

  @Test
  void trustNeedsACommand() {
    assertThat(cli.run("config", "trust").exitedWith(2).err())
        .contains("it brings no command along");
  }

  @Test
  void aDamagedTrustFileIsNotBelieved() throws IOException {
    repository.write(".kirolinter.yaml", "verify: make\n").commit("settings");
    Files.writeString(home.resolve("trust.json"), "{");

    assertThat(cli.run("fix", ".").exitedWith(4).err()).contains("Cannot read");
  }

  @Test
  void configAloneAsksForACommand() {
    cli.run("config").exitedWith(2);
  }

  private JsonNode json(String... args) {
    String[] all = java.util.Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--format";
    all[args.length + 1] = "json";
    return cli.run(all).exitedWith(0).json();
  }
}
