package io.kirolinter.core.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * Names files by the form of their path, as a line of {@code .gitignore} does: {@code *} and {@code
 * ?} stand for characters of one part, {@code **} for any number of parts. A glob without a slash
 * fits at any depth, one with a slash is rooted at the repository; a folder stands for all that
 * lies below it.
 *
 * <p>Matching takes time in proportion to the product of both lengths, whatever the glob.
 *
 * @param value such as {@code **}{@code /legacy/**}, {@code *Dto.java}, {@code src/main/old}
 */
public record PathGlob(@JsonValue String value) {

  private static final int LONGEST = 500;

  /** What a folder that has the form means for the files in it. */
  private enum Below {
    INCLUDED,
    LEFT_OUT
  }

  /** Signs with a meaning in other glob languages, which would silently match nothing here. */
  private static final Pattern FOREIGN = Pattern.compile("[\\[\\]{}\\\\!]");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PathGlob {
    String trouble = troubleWith(value);
    if (!trouble.isEmpty()) {
      throw new IllegalArgumentException("glob " + trouble + ", was '" + value + "'");
    }
  }

  public static PathGlob of(String value) {
    return new PathGlob(value);
  }

  /** {@return what is wrong with a text as a glob, for people; empty if it is one} */
  public static String troubleWith(String text) {
    if (text.isBlank() || text.strip().equals("/")) {
      return "is empty";
    }
    if (text.length() > LONGEST) {
      return "is longer than " + LONGEST + " characters";
    }
    return FOREIGN.matcher(text).find() ? "has a wildcard other than *, ** and ?" : "";
  }

  /** {@return whether the path, or a folder that it lies in, has this form} */
  public boolean matches(SourcePath path) {
    return matches(pattern(), path.value(), Below.INCLUDED);
  }

  /** {@return whether the path itself has this form; that of a folder above it does not count} */
  public boolean matchesItself(SourcePath path) {
    return matches(pattern(), path.value(), Below.LEFT_OUT);
  }

  /** Rooted, without a slash at either end. */
  private String pattern() {
    String inner = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    if (inner.startsWith("/")) {
      return inner.substring(1);
    }
    return inner.contains("/") ? inner : "**/" + inner;
  }

  /** Keeps all positions of the pattern that the path so far can have led to. */
  private static boolean matches(String pattern, String path, Below below) {
    BitSet positions = closure(pattern, BitSet.valueOf(new long[] {1}), '/');
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (below == Below.INCLUDED && c == '/' && positions.get(pattern.length())) {
        return true; // a folder above the file
      }
      positions = closure(pattern, after(pattern, positions, c), c);
    }
    return positions.get(pattern.length());
  }

  private static BitSet after(String pattern, BitSet positions, char c) {
    BitSet next = new BitSet(pattern.length() + 1);
    for (int at = positions.nextSetBit(0); at >= 0; at = positions.nextSetBit(at + 1)) {
      if (at == pattern.length()) {
        continue;
      }
      char wanted = pattern.charAt(at);
      if (wanted == '*') {
        if (c != '/' || isDouble(pattern, at)) {
          next.set(at);
        }
      } else if (wanted == c || (wanted == '?' && c != '/')) {
        next.set(at + 1);
      }
    }
    return next;
  }

  /** Adds the positions that are reached without reading another character. */
  private static BitSet closure(String pattern, BitSet positions, char last) {
    for (int at = positions.nextSetBit(0); at >= 0; at = positions.nextSetBit(at + 1)) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        positions.set(at + (isDouble(pattern, at) ? 2 : 1));
        if (last == '/' && startsFolders(pattern, at)) {
          positions.set(at + 3); // no folder at all
        }
      }
    }
    return positions;
  }

  private static boolean isDouble(String pattern, int at) {
    return pattern.startsWith("**", at);
  }

  private static boolean startsFolders(String pattern, int at) {
    return pattern.startsWith("**/", at) && (at == 0 || pattern.charAt(at - 1) == '/');
  }

  @Override
  public String toString() {
    return value;
  }
}
