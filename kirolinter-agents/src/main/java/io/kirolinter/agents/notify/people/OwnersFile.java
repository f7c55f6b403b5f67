package io.kirolinter.agents.notify.people;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a CODEOWNERS file; a line that makes no sense counts as not there, as at the forges. */
final class OwnersFile {

  /** {@code [Name]}, {@code ^[Optional name]}, {@code [Name][2]}, each with owners behind it. */
  private static final Pattern SECTION =
      Pattern.compile("\\^?\\[(?<name>[^\\]]+)\\](?:\\[\\d+\\])?(?<owners>(?:\\s.*)?)");

  private static final Pattern PATTERN = Pattern.compile("(?<pattern>(?:[^\\s\\\\]|\\\\.)+)");

  private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

  private static final Pattern OWNER = Pattern.compile("@?[^\\s@]+(@[^\\s@]+)?");

  private final Map<String, List<OwnerLine>> sections = new LinkedHashMap<>();
  private List<OwnerLine> section = opened("");
  private List<String> usual = List.of();

  static List<OwnerSection> read(String text) {
    OwnersFile file = new OwnersFile();
    text.lines().map(String::strip).forEach(file::line);
    return file.sections.values().stream().map(OwnerSection::new).toList();
  }

  private void line(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    Matcher head = SECTION.matcher(line);
    if (head.matches()) {
      section = opened(head.group("name").toLowerCase(Locale.ROOT));
      usual = owners(head.group("owners"));
    } else {
      give(line);
    }
  }

  /** Two sections of one name are one. */
  private List<OwnerLine> opened(String name) {
    return sections.computeIfAbsent(name, key -> new ArrayList<>());
  }

  private void give(String line) {
    boolean taken = line.startsWith("!");
    Matcher start = PATTERN.matcher(taken ? line.substring(1) : line);
    if (!start.lookingAt()) {
      return;
    }
    List<String> named = owners(line.substring((taken ? 1 : 0) + start.end()));
    List<String> owners = named.isEmpty() ? usual : named;
    OwnerLine.of(plain(start.group("pattern")), taken ? List.of() : owners).ifPresent(section::add);
  }

  /** A blank or a number sign is written with a backslash before it. */
  private static String plain(String pattern) {
    return pattern.replaceAll("\\\\([ #])", "$1");
  }

  private static List<String> owners(String text) {
    List<String> owners = new ArrayList<>();
    for (String word : WORDS.split(text)) {
      if (word.startsWith("#")) {
        break;
      }
      if (word.contains("@") && OWNER.matcher(word).matches()) {
        owners.add(word);
      }
    }
    return owners;
  }
}
