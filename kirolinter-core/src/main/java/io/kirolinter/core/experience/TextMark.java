package io.kirolinter.core.experience;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import io.kirolinter.core.source.HexDigits;
import java.util.List;

/**
 * Recognises some lines of a text without holding them. White space at the ends of lines, and how
 * they end, does not count.
 *
 * @param lines how many there are; 1 or more
 * @param hash 16 hexadecimal digits
 */
public record TextMark(int lines, String hash) {

  private static final int LENGTH = 16;

  public TextMark {
    if (lines < 1) {
      throw new IllegalArgumentException("lines must be >= 1, was " + lines);
    }
    if (!HexDigits.are(hash, LENGTH)) {
      throw new IllegalArgumentException("hash must be 16 hex digits, was '" + hash + "'");
    }
  }

  /** {@return the mark of these lines, of which there is at least one} */
  public static TextMark of(List<String> lines) {
    return new TextMark(lines.size(), hashOf(lines));
  }

  /** {@return whether these lines stand in a text, one after the other} */
  public boolean isIn(String text) {
    List<String> all = text.lines().toList();
    for (int from = 0; from + lines <= all.size(); from++) {
      if (hashOf(all.subList(from, from + lines)).equals(hash)) {
        return true;
      }
    }
    return false;
  }

  private static String hashOf(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.stripTrailing()).append('\n'));
    return Hashing.sha256().hashString(text, UTF_8).toString().substring(0, LENGTH);
  }
}
