package io.kirolinter.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.FileTree;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, version, and everything that a person can mistype. */
class UsageTest {

  @TempDir Path temp;
  private TestRepository repository;
  private Cli cli;

  @BeforeEach
  void makeRepository() {
    repository = SampleCode.repository(temp.resolve("repository"));
    cli = Cli.in(repository.folder(), temp.resolve("home"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          analize .|Cannot run command 'analize': there is no such command; expected what 'kirolinter' knows. Did you mean 'analyze'?
          agent workflw|Cannot run command 'workflw': there is no such command; expected what 'kirolinter agent' knows. Did you mean 'workflow'?
          agent runs --limt 5|Cannot use option '--limt': there is no such option; expected what 'kirolinter agent runs' knows. Did you mean '--limit'?
          agent runs --limt=5|Cannot use option '--limt': there is no such option; expected what 'kirolinter agent runs' knows. Did you mean '--limit'?
          agent runs --xyzzy|Cannot use option '--xyzzy': there is no such option; expected what 'kirolinter agent runs' knows. 'kirolinter agent runs --help' shows what there is.
          agent runs extra|Cannot use argument 'extra': there is no such argument; expected what 'kirolinter agent runs' knows. 'kirolinter agent runs --help' shows what there is.
          agent workflow --repo . --template monitor --mode backgroud|Cannot use option '--mode': it was 'backgroud'; expected one of autonomous, interactive, background. Did you mean 'background'?
          agent workflow --repo . --template monitor --apply bush|Cannot use option '--apply': it was 'bush'; expected one of branch, tree, none. Known names: branch, none, tree.
          agent workflow --repo . --template monitor --max-fixes many|Cannot use option '--max-fixes': 'many' is not an int. 'kirolinter agent workflow --help' shows what there is.
          agent workflow --repo . --template monitor --interval soon|Cannot use interval 'soon': it is no time of a minute or more; expected a number and m, h, d or w. Write it like 30m, 24h, 7d or 2w.
          agent workflow --repo . --template monitr|Cannot start workflow 'monitr': there is no such template; expected the name of a template. Did you mean 'monitor'?
          agent workflow --repo .|Cannot run command 'kirolinter agent workflow': missing required option: '--template=T'. 'kirolinter agent workflow --help' shows what there is.
          agent ab-test --repo . --template-a monitr --template-b monitor|Cannot compare template 'monitr': template not found; expected the name of a template. Did you mean 'monitor'?
          agent ab-test --repo . --template-a monitor --template-b maintenance --runs 0|Cannot plan experiment 'pairs': was 0; expected 1 to 1000. Plan 6 or more to be able to win.
          agent status today|Cannot use run 'today': it is no id of a run; expected an id such as 20261122-181530-4f2ac1. 'kirolinter agent runs' lists them.
          agent runs --format xml|Cannot use option '--format': it was 'xml'; expected one of text, json. Known names: json, text.
          rules --format sarif|Cannot use option '--format': it was 'sarif'; expected one of text, json. Known names: json, text.
          analyze . --format pdf|Cannot use option '--format': it was 'pdf'; expected one of text, json, sarif, html. Known names: html, json, sarif, text.
          agent runs --limit 0|Cannot use option '--limit': it was 0; expected 1 or more. Leave it out for the newest 20 runs.
          agent runs --limit|Cannot run command 'kirolinter agent runs': missing required parameter for option '--limit' (N). 'kirolinter agent runs --help' shows what there is.
          agent analytics --repo .|Cannot run command 'kirolinter agent analytics': missing required option: '--workflows'. 'kirolinter agent analytics --help' shows what there is.
          analyze . --fail-on hihg|Cannot use option '--fail-on': it was 'hihg'; expected one of low, medium, high, critical. Did you mean 'high'?
          analyze . --category securty|Cannot use category 'securty': there is no such category; expected one of correctness, security, performance, code-smell. Did you mean 'security'?
          analyze . --rules unused-imports|Cannot use rule 'unused-imports': there is no such rule; expected the id of a rule, as 'kirolinter rules' lists them. Did you mean 'unused-import'?
          completion|Cannot run command 'kirolinter completion': missing required parameter: 'SHELL'. 'kirolinter completion --help' shows what there is.
          rules wek-hash|Cannot explain rule 'wek-hash': there is no such rule; expected the id of a rule, as 'kirolinter rules' lists them. Did you mean 'weak-hash'?
          completion tcsh|Cannot complete shell 'tcsh': there is no script for it; expected bash, zsh or fish. Use one of these shells.
          agent runs --memory redsi://me:secret@host:6379|Cannot open memory 'redsi://host:6379': there is no such store; expected embedded, an address such as redis://host:6379, or redis-config:FILE. Leave it out to keep all on this machine.
          agent runs --memory redis://me:se/cret@host|Cannot use Redis address 'redis://host': it has another form; expected redis://[user:password@]host[:port][/database], redis-sentinel://[user:password@]host[:port],…/master[/database] or redis-cluster://[user:password@]host[:port],…; rediss for TLS. Write %40 for an @ and %2F for a / in a password.
          """)
  void refusesWhatItDoesNotKnowWithTheWayOutAndChangesNothing(String line, String error) {
    FileTree before = FileTree.of(repository.folder());

    cli.run(line.split(" ")).refusedWith(2, error);

    assertThat(FileTree.of(repository.folder())).isEqualTo(before);
    assertThat(temp.resolve("home")).doesNotExist();
  }

  @Test
  void namesTheCommandsWhereNoneWasNamed() {
    Outcome none = cli.run().exitedWith(2);
    Outcome agent = cli.run("agent").exitedWith(2);

    assertThat(none.err())
        .startsWith("Cannot run command 'kirolinter': no command was named; expected one of ")
        .contains("agent", "analyze", "rules", "doctor", "completion")
        .contains("'kirolinter --help' shows what there is.");
    assertThat(agent.err())
        .startsWith("Cannot run command 'kirolinter agent': no command was named; ")
        .contains("workflow", "ab-test");
    assertThat(none.out() + agent.out()).isEmpty();
  }

  @Test
  void readsTheMemoryFromTheEnvironmentButPrefersTheOption() {
    cli.with("KIROLINTER_MEMORY", "elsewhere");

    assertThat(cli.run("agent", "runs").exitedWith(2).err()).contains("'elsewhere'");
    cli.run("agent", "runs", "--memory", "embedded").exitedWith(0);
    cli.with("KIROLINTER_MEMORY", " ");
    cli.run("agent", "runs").exitedWith(0);
  }

  @Test
  void showsAStackTraceOnlyWhenAsked() {
    Outcome brief = cli.run("agent", "status", "20261122-181530-000000").exitedWith(2);
    Outcome verbose = cli.run("agent", "status", "20261122-181530-000000", "-v").exitedWith(2);

    assertThat(brief.err()).hasLineCount(1);
    assertThat(verbose.err()).startsWith(brief.err().strip()).contains("\tat io.kirolinter.cli");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "agent",
        "agent workflow",
        "agent runs",
        "agent status",
        "agent resume",
        "agent retry",
        "agent fork",
        "agent cancel",
        "agent undo",
        "agent templates",
        "agent jobs",
        "agent predict",
        "agent analytics",
        "agent ab-test",
        "analyze",
        "rules",
        "worker",
        "doctor",
        "completion"
      })
  void helpsWithEveryCommandAndListsTheExitCodes(String command) {
    Outcome help = cli.run((command + " --help").strip().split(" ")).exitedWith(0);

    assertThat(help.out())
        .contains("Usage: " + ("kirolinter " + command).strip())
        .contains("Exit codes:")
        .containsPattern("0 +done")
        .containsPattern("1 +findings at or above --fail-on")
        .containsPattern("2 +wrong usage or configuration")
        .containsPattern("3 +the work failed")
        .containsPattern("4 +a store or service cannot be reached")
        .containsPattern("130 +interrupted");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void tellsItsVersionAndThatOfJava() {
    Outcome version = cli.run("--version").exitedWith(0);

    assertThat(version.out())
        .startsWith("kirolinter ")
        .contains("Java " + Runtime.version().feature());
  }

  @Test
  void printsNoColoursWhenAskedNotTo() {
    assertThat(cli.run("--help", "--no-color").out() + cli.run("agent", "--no-color").err())
        .doesNotContain("\u001b");
  }
}
