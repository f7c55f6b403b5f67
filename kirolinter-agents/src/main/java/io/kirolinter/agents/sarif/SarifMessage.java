package io.kirolinter.agents.sarif;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a result, or the id of one that its rule knows. */
record SarifMessage(String text, String markdown, String id, List<String> arguments) {

  static final SarifMessage NONE = new SarifMessage("", "", "", List.of());

  private static final int LONGEST = 1000;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{|\\}\\}|\\{(\\d{1,4})\\}");
  private static final Pattern LINK =
      Pattern.compile("\\[((?:[^\\]\\\\]|\\\\.)*)\\]\\([^)\\s]*\\)");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\[\\]\\\\])");

  SarifMessage {
    arguments = List.copyOf(arguments);
  }

  /** {@return the text on one line, without links; empty if there is none} */
  String resolved(List<Map<String, String>> known) {
    String template = !text.isEmpty() ? text : known(known);
    String filled = filled(template.isEmpty() ? markdown : template);
    String plain = ESCAPED.matcher(LINK.matcher(filled).replaceAll("$1")).replaceAll("$1");
    String line = plain.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
  }

  private String known(List<Map<String, String>> messages) {
    return messages.stream()
        .filter(some -> some.containsKey(id))
        .map(some -> some.get(id))
        .findFirst()
        .orElse("");
  }

  private String filled(String template) {
    if (arguments.isEmpty()) {
      return template;
    }
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(found -> Matcher.quoteReplacement(replacement(found.group())));
  }

  private String replacement(String placeholder) {
    if (placeholder.startsWith("{{") || placeholder.startsWith("}}")) {
      return placeholder.substring(1);
    }
    int index = Integer.parseInt(placeholder.substring(1, placeholder.length() - 1));
    return index < arguments.size() ? arguments.get(index) : placeholder;
  }
}
