package io.kirolinter.cli.command;

import io.kirolinter.cli.option.ParameterErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A completion script for fish, which is made of one line for each command and option. */
final class FishCompletion {

  /** Words of options count too: so only the beginning of what was typed tells the command. */
  private static final String HEAD =
      """
      # Completion of %1$s for fish; save it as ~/.config/fish/completions/%1$s.fish.

      function __%1$s_words
          for word in (commandline -opc)[2..-1]
              string match -q -- '-*' $word; or echo $word
          end
      end

      function __%1$s_at
          set -l words (__%1$s_words)
          test "$words" = "$argv"
      end

      function __%1$s_in
          set -l words (__%1$s_words)
          test (count $words) -ge (count $argv); and test "$words[1..$(count $argv)]" = "$argv"
      end

      """;

  private final String program;
  private final StringBuilder script = new StringBuilder();

  private FishCompletion(String program) {
    this.program = program;
  }

  /** {@return the script for a command and all below it} */
  static String of(String program, CommandSpec root) {
    FishCompletion completion = new FishCompletion(program);
    completion.script.append(HEAD.formatted(program));
    completion.command(root, List.of());
    return completion.script.toString();
  }

  private void command(CommandSpec command, List<String> path) {
    String at = condition(command.subcommands().isEmpty() ? "in" : "at", path);
    command.options().stream()
        .filter(option -> !option.hidden())
        .forEach(option -> option(option, at));
    for (Map.Entry<String, CommandLine> below : command.subcommands().entrySet()) {
      CommandSpec spec = below.getValue().getCommandSpec();
      line(at, "-f -a " + below.getKey(), spec.usageMessage().description());
      List<String> inner = new ArrayList<>(path);
      inner.add(below.getKey());
      command(spec, inner);
    }
  }

  private void option(OptionSpec option, String at) {
    String names =
        List.of(option.names()).stream()
            .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.charAt(1))
            .collect(Collectors.joining(" "));
    line(at, names + value(option), option.description());
  }

  /** One that may stand alone takes its value after an equals sign, which fish does by itself. */
  private static String value(OptionSpec option) {
    List<String> known = known(option);
    if (!known.isEmpty()) {
      return " -x -a " + quoted(String.join(" ", known));
    }
    return option.arity().min() > 0 ? " -r" : "";
  }

  private static List<String> known(OptionSpec option) {
    List<String> ofEnum = ParameterErrors.allowedFor(option);
    return ofEnum.isEmpty() && option.completionCandidates() != null
        ? StreamSupport.stream(option.completionCandidates().spliterator(), false).toList()
        : ofEnum;
  }

  private String condition(String how, List<String> path) {
    return quoted("__%s_%s %s".formatted(program, how, String.join(" ", path)).strip());
  }

  private void line(String at, String what, String[] description) {
    script.append(
        "complete -c %s -n %s %s -d %s\n"
            .formatted(program, at, what, quoted(String.join(" ", description))));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
