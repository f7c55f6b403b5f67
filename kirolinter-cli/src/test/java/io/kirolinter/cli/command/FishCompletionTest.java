package io.kirolinter.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.cli.testkit.Cli;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class FishCompletionTest {

  @Command(description = "It's \\ odd")
  private static final class Odd {}

  @TempDir Path temp;

  @Test
  void hasALineForEveryCommandAndOption() {
    String script = script();

    check(kiroLinter(), "", script);
    assertThat(script.lines().filter(line -> line.contains("-a workflow"))).hasSize(1);
  }

  @Test
  void offersTheValuesThatAnOptionCanHave() {
    assertThat(script().lines())
        .filteredOn(line -> line.startsWith("complete -c kirolinter -n '__kirolinter_in analyze'"))
        .anyMatch(
            line -> line.contains(" -l fail-on -x -a 'low medium high critical' -d 'End with"))
        .anyMatch(line -> line.contains(" -s o -l output -r -d "))
        .anyMatch(line -> line.contains(" -l no-cache -d "));
  }

  @Test
  void quotesWhatFishWouldRead() {
    CommandSpec root = CommandSpec.create().name("x");
    root.addSubcommand("odd", CommandSpec.forAnnotatedObject(new Odd()));

    assertThat(FishCompletion.of("x", root))
        .contains("complete -c x -n '__x_at' -f -a odd -d 'It\\'s \\\\ odd'\n");
  }

  private static void check(CommandSpec command, String path, String script) {
    String how = command.subcommands().isEmpty() ? "in" : "at";
    String start = "complete -c kirolinter -n '__kirolinter_%s%s' ";
    for (OptionSpec option : command.options()) {
      List<String> names =
          Stream.of(option.names())
              .map(name -> name.replaceFirst("^--", "-l ").replaceFirst("^-(\\w)$", "-s $1"))
              .toList();
      assertThat(script.lines())
          .as(path + " " + option.longestName())
          .filteredOn(line -> line.startsWith(start.formatted(how, path)))
          .anyMatch(line -> names.stream().allMatch(name -> line.contains(name + " ")));
    }
    command
        .subcommands()
        .forEach(
            (name, below) -> {
              assertThat(script).contains(start.formatted("at", path) + "-f -a " + name + " -d '");
              check(below.getCommandSpec(), path + " " + name, script);
            });
  }

  private static CommandSpec kiroLinter() {
    return CommandLines.of(io.kirolinter.cli.environment.Environment.ofProcess()).getCommandSpec();
  }

  private String script() {
    return Cli.in(temp, temp.resolve("home")).run("completion", "fish").exitedWith(0).out();
  }
}
