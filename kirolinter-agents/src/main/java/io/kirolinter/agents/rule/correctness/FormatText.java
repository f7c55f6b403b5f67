package io.kirolinter.agents.rule.correctness;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The conversions of a format, as {@code java.util.Formatter} reads them.
 *
 * @param conversions the letter of each value that is asked for, by its position from 0; a blank
 *     where the format leaves a value out
 * @param problem what is wrong with the format itself; empty for a sound one
 */
record FormatText(String conversions, String problem) {

  private static final Pattern CONVERSION =
      Pattern.compile("%(\\d+\\$|<)?([-#+ 0,(<]*)(\\d+)?(\\.\\d+)?([tT]?[a-zA-Z%])");

  private static final String KNOWN = "bBhHsScCdoxXeEfgGaAn%";

  static FormatText of(String format) {
    StringBuilder conversions = new StringBuilder();
    Matcher matcher = CONVERSION.matcher(format);
    int ordinary = 0;
    for (int at = format.indexOf('%'); at >= 0; at = format.indexOf('%', matcher.end())) {
      if (!matcher.find(at) || matcher.start() != at) {
        return new FormatText("", "the '%' at " + at + " begins no conversion");
      }
      String letter = matcher.group(5);
      if (letter.length() == 1 && KNOWN.indexOf(letter.charAt(0)) < 0) {
        return new FormatText("", "there is no conversion '%" + letter + "'");
      }
      if (takesNext(matcher)) {
        ask(conversions, ordinary++, letter);
      } else if (matcher.group(1) != null && matcher.group(1).endsWith("$")) {
        ask(conversions, indexOf(matcher.group(1)), letter);
      }
    }
    return new FormatText(conversions.toString(), "");
  }

  private static boolean takesNext(Matcher matcher) {
    boolean again = matcher.group(1) != null || matcher.group(2).contains("<");
    return !again && "n%".indexOf(matcher.group(5).charAt(0)) < 0;
  }

  private static int indexOf(String explicit) {
    String digits = explicit.substring(0, explicit.length() - 1);
    return digits.length() > 3 ? 0 : Math.max(0, Integer.parseInt(digits) - 1);
  }

  private static void ask(StringBuilder conversions, int index, String letter) {
    while (conversions.length() <= index) {
      conversions.append(' ');
    }
    conversions.setCharAt(index, letter.charAt(0));
  }
}
