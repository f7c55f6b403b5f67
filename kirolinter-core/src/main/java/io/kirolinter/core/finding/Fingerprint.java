package io.kirolinter.core.finding;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.hash.Hashing;
import io.kirolinter.core.source.HexDigits;
import io.kirolinter.core.source.SourcePath;
import java.nio.charset.StandardCharsets;

/**
 * Recognises a finding again after the lines around it have moved: it rests on the rule, the file,
 * the enclosing declaration and the flagged text, never on a line number.
 *
 * @param value 16 hexadecimal digits
 */
public record Fingerprint(@JsonValue String value) implements Comparable<Fingerprint> {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Fingerprint {
    if (!HexDigits.are(value, 16)) {
      throw new IllegalArgumentException("fingerprint must be 16 hex digits, was '" + value + "'");
    }
  }

  /**
   * {@return the fingerprint of a finding}
   *
   * @param place the enclosing declaration, such as {@code Parser.parse(String)}; may be empty
   * @param text the flagged text; differences in white space do not count
   * @param ordinal 0 for the first finding of this rule with this text in this place, then 1, …
   */
  public static Fingerprint of(
      RuleId rule, SourcePath path, String place, String text, int ordinal) {
    String key =
        String.join(
            "\0",
            rule.value(),
            path.value(),
            place,
            text.strip().replaceAll("\\s+", " "),
            String.valueOf(ordinal));
    return new Fingerprint(
        Hashing.sha256().hashString(key, StandardCharsets.UTF_8).toString().substring(0, 16));
  }

  @Override
  public int compareTo(Fingerprint other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
