package io.kirolinter.cli.option.value;

import io.kirolinter.cli.output.Format;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.NearestName;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The formats by the names that users type. */
public final class FormatNames implements Iterable<String> {

  /** A command that knows more formats than every command does. */
  public interface MoreFormats {

    /** {@return all formats that the command knows} */
    Set<Format> formats();
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Format.values()).map(Format::label).iterator();
  }

  /**
   * {@return the format with this name}
   *
   * @throws ParameterException if the command does not know it; it lists those that it knows
   */
  public static Format find(String name, CommandSpec command) {
    List<Format> known = knownTo(command);
    return known.stream()
        .filter(format -> format.label().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    command.commandLine(),
                    unknown(name, known.stream().map(Format::label).toList())));
  }

  private static List<Format> knownTo(CommandSpec command) {
    Set<Format> known =
        command.userObject() instanceof MoreFormats more ? more.formats() : Format.EVERYWHERE;
    return known.stream().sorted().toList();
  }

  private static String unknown(String name, List<String> known) {
    return ErrorMessage.cannot("use", "option", "--format")
        .found("it was '%s'".formatted(name))
        .expected("one of " + String.join(", ", known))
        .remedy(NearestName.hint(name, known))
        .text();
  }
}
