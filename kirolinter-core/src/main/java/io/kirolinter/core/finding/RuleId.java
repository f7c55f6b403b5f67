package io.kirolinter.core.finding;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.CharMatcher;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a rule, kept for ever once released.
 *
 * @param value kebab-case, such as {@code unused-import}; a foreign analyzer's rule has its name in
 *     front, as in {@code pmd/UnusedPrivateField}
 */
public record RuleId(@JsonValue String value) implements Comparable<RuleId> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(/\\S+)?");
  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{C}]");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RuleId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("rule id must be kebab-case, was '" + value + "'");
    }
  }

  public static RuleId of(String value) {
    return new RuleId(value);
  }

  /**
   * {@return the id of a rule of a foreign tool, such as {@code spotbugs/NP_NULL_ON_SOME_PATH}}
   *
   * @param tool the name of the tool as it calls itself; it becomes kebab-case
   * @param name the rule as the tool calls it; white space in it is escaped as in a URL
   */
  public static RuleId foreign(String tool, String name) {
    String kebab = NO_LETTERS.matcher(tool.toLowerCase(Locale.ROOT)).replaceAll("-");
    String trimmed = CharMatcher.is('-').trimFrom(kebab);
    boolean startsWithLetter = !trimmed.isEmpty() && Character.isLetter(trimmed.charAt(0));
    String rule = SPACE.matcher(name).replaceAll(found -> escaped(found.group()));
    return new RuleId(
        (startsWithLetter ? trimmed : "tool-" + trimmed).replaceFirst("-$", "") + "/" + rule);
  }

  private static String escaped(String character) {
    StringBuilder text = new StringBuilder();
    for (byte one : character.getBytes(StandardCharsets.UTF_8)) {
      text.append('%').append(String.format(Locale.ROOT, "%02X", one));
    }
    return text.toString();
  }

  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
