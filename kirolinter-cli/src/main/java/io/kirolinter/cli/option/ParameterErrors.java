package io.kirolinter.cli.option;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the form of all other errors what is wrong with the words of a command line. */
public final class ParameterErrors {

  private ParameterErrors() {}

  /** {@return the error of a command that only holds others} */
  public static ParameterException noCommand(CommandSpec spec) {
    return new ParameterException(
        spec.commandLine(),
        ErrorMessage.cannot("run", "command", spec.qualifiedName())
            .found("no command was named")
            .expected("one of " + String.join(", ", spec.subcommands().keySet()))
            .remedy(helpOf(spec))
            .text());
  }

  /** {@return the text for people} */
  public static String textOf(ParameterException error) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched);
    }
    String own = String.valueOf(error.getMessage());
    if (own.startsWith("Cannot ")) {
      return own;
    }
    return Optional.ofNullable(error.getArgSpec())
        .filter(argument -> !(error instanceof MissingParameterException))
        .map(argument -> badValue(argument, error))
        .orElseGet(() -> badUse(error));
  }

  private static String unknown(UnmatchedArgumentException error) {
    CommandSpec spec = error.getCommandLine().getCommandSpec();
    String typed = error.getUnmatched().get(0);
    if (typed.startsWith("-")) {
      String name = typed.split("=", -1)[0];
      return unknown("use", "option", name, spec, optionsOf(spec));
    }
    return spec.subcommands().isEmpty()
        ? unknown("use", "argument", typed, spec, List.of())
        : unknown("run", "command", typed, spec, spec.subcommands().keySet());
  }

  private static String unknown(
      String action, String kind, String typed, CommandSpec spec, Collection<String> known) {
    String hint =
        NearestName.to(typed, known)
            .map(name -> "Did you mean '%s'?".formatted(name))
            .orElseGet(() -> helpOf(spec));
    return ErrorMessage.cannot(action, kind, typed)
        .found("there is no such " + kind)
        .expected("what '%s' knows".formatted(spec.qualifiedName()))
        .remedy(hint)
        .text();
  }

  private static String badValue(ArgSpec argument, ParameterException error) {
    String reason = reasonOf(error);
    if (reason.startsWith("Cannot ")) {
      return reason;
    }
    String value = Optional.ofNullable(error.getValue()).orElse("");
    List<String> allowed = allowedFor(argument);
    CommandSpec spec = error.getCommandLine().getCommandSpec();
    ErrorMessage message = ErrorMessage.cannot("use", kindOf(argument), nameOf(argument));
    return allowed.isEmpty()
        ? message.found(reason).remedy(helpOf(spec)).text()
        : message
            .found("it was '%s'".formatted(value))
            .expected("one of " + String.join(", ", allowed))
            .remedy(NearestName.hint(value, allowed))
            .text();
  }

  private static String reasonOf(ParameterException error) {
    String reason =
        error.getCause() instanceof TypeConversionException cause
            ? cause.getMessage()
            : error.getMessage();
    return String.valueOf(reason);
  }

  private static String badUse(ParameterException error) {
    CommandSpec spec = error.getCommandLine().getCommandSpec();
    String message = String.valueOf(error.getMessage());
    return ErrorMessage.cannot("run", "command", spec.qualifiedName())
        .found(message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1))
        .remedy(helpOf(spec))
        .text();
  }

  /** {@return all values of an option that has names for them; else none} */
  public static List<String> allowedFor(ArgSpec argument) {
    return Stream.concat(Stream.of(argument.type()), Arrays.stream(argument.auxiliaryTypes()))
        .filter(Class::isEnum)
        .findFirst()
        .map(type -> Arrays.stream(type.getEnumConstants()))
        .orElseGet(Stream::empty)
        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String kindOf(ArgSpec argument) {
    return argument.isOption() ? "option" : "argument";
  }

  private static String nameOf(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static List<String> optionsOf(CommandSpec spec) {
    return spec.options().stream()
        .flatMap(option -> Arrays.stream(option.names()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String helpOf(CommandSpec spec) {
    return "'%s --help' shows what there is.".formatted(spec.qualifiedName());
  }
}
