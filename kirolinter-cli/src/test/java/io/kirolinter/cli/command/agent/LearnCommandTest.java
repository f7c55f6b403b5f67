package io.kirolinter.cli.command.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.SampleCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was learned: seen, explained and forgotten. */
class LearnCommandTest {

  @TempDir Path temp;
  private TestRepository repository;
  private Cli cli;

  @BeforeEach
  void makeRepository() {
    repository = SampleCode.repository(temp.resolve("repository"));
    cli = Cli.in(repository.folder(), temp.resolve("home"));
  }

  @Test
  void knowsNothingBeforeItHasLooked() {
    assertThat(cli.run("agent", "learn", "--show").exitedWith(0).out())
        .startsWith("Nothing was learned about root:")
        .endsWith(" yet.\n");
  }

  @Test
  void looksAndShowsWithoutLeavingARun() {
    assertThat(cli.run("agent", "learn").exitedWith(0).out())
        .contains("Habits:", "indentation", "2 spaces", "--forget RULE|FINGERPRINT|all");
    assertThat(cli.run("agent", "runs", "--format", "json").json()).isEmpty();
  }

  @Test
  void seesThatAProposalWasRefusedAndNeverMakesItAgain() {
    propose();
    refuse();

    JsonNode known = json("agent", "learn");

    JsonNode rule = known.get("rules").get(0);
    assertThat(rule.get("rule").textValue()).isEqualTo("unused-import");
    assertThat(rule.get("standing").textValue()).isEqualTo("proposed");
    assertThat(rule.get("decisions").intValue()).isEqualTo(1);
    assertThat(rule.get("accepted").doubleValue()).isZero();
    assertThat(rule.get("interval").get("high").doubleValue()).isBetween(0.7, 0.9);
    assertThat(rule.get("fates").get("closed").intValue()).isEqualTo(1);
    assertThat(known.get("refused").get(0).get("path").textValue()).isEqualTo(SampleCode.GREETING);
    assertThat(cli.run("agent", "learn", "--show").out())
        .contains("0 % of 1 decision for it", "1 closed", "the branch was deleted");
    assertThat(propose()).contains("not proposed again, as not wanted before");
    assertThat(branches()).isBlank();
    assertThat(cli.run("analyze", ".", "--format", "json").json().get("findings"))
        .anySatisfy(one -> assertThat(one.get("fix").textValue()).isEqualTo("suggestion"));
  }

  @Test
  void forgetsAFixARuleOrAllSoThatItIsProposedAgain() {
    propose();
    refuse();
    String fingerprint =
        json("agent", "learn").get("refused").get(0).get("fingerprint").textValue();

    assertThat(cli.run("agent", "learn", "--forget", fingerprint).exitedWith(0).out())
        .isEqualTo("Forgot 1 record about " + fingerprint + ".\n");
    propose();
    assertThat(branches()).isNotBlank();

    refuse();
    cli.run("agent", "learn");
    assertThat(json("agent", "learn", "--forget", "unused-import").get("records").intValue())
        .isPositive();
    assertThat(json("agent", "learn", "--show").get("rules")).isEmpty();
    assertThat(cli.run("agent", "learn", "--forget", "all").exitedWith(0).out())
        .startsWith("Forgot ");
    assertThat(cli.run("agent", "learn", "--show").out()).startsWith("Nothing was learned");
    assertThat(cli.run("agent", "learn", "--forget", "all").exitedWith(0).out())
        .isEqualTo("Nothing was known about all.\n");
  }

  @Test
  void takesBackAlsoWhatAPersonAnsweredAboutARule() {
    cli.runAtTerminal("d\n", "fix", "--interactive");
    assertThat(cli.run("agent", "learn", "--show").out())
        .contains("Refused by a person who was asked:", "unused-import");

    cli.run("agent", "learn", "--forget", "unused-import").exitedWith(0);

    assertThat(cli.run("agent", "learn", "--show").out()).startsWith("Nothing was learned");
  }

  @Test
  void saysWhatCanBeForgotten() {
    cli.run("agent", "learn", "--forget", "No Such Thing")
        .refusedWith(
            2,
            "Cannot forget learned 'No Such Thing': it is neither a rule nor a fingerprint; expected"
                + " the id of a rule, 16 hex digits, or 'all'. 'kirolinter agent learn --show' lists"
                + " them.");
  }

  private String propose() {
    return cli.run("agent", "workflow", "--template", "full_review").exitedWith(0).out();
  }

  private void refuse() {
    for (String branch : branches().lines().toList()) {
      repository.git("branch", "-D", branch.strip());
    }
  }

  private String branches() {
    return repository.git("branch", "--list", "kirolinter/*");
  }

  private JsonNode json(String... command) {
    String[] all = java.util.Arrays.copyOf(command, command.length + 2);
    all[command.length] = "--format";
    all[command.length + 1] = "json";
    return cli.run(all).exitedWith(0).json();
  }
}
