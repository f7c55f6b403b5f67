package io.kirolinter.core.finding;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name of a rule, kept for ever once released.
 *
 * @param value kebab-case, such as {@code unused-import}; a foreign analyzer's rule has its name in
 *     front, as in {@code pmd/UnusedPrivateField}
 */
public record RuleId(@JsonValue String value) implements Comparable<RuleId> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(/\\S+)?");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RuleId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("rule id must be kebab-case, was '" + value + "'");
    }
  }

  public static RuleId of(String value) {
    return new RuleId(value);
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
