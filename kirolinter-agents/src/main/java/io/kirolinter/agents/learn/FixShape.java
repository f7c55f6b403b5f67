package io.kirolinter.agents.learn;

import io.kirolinter.agents.outcome.ChangedText;
import io.kirolinter.core.experience.Practice.Advice;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.source.TextEdits;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a finding was made to go away, in a few words: no code but names of methods.
 *
 * @param words such as {@code deleted the code}
 */
record FixShape(String words, Advice advice) {

  private static final int LONGEST_NAME = 40;
  private static final Pattern CALL = Pattern.compile("\\b([A-Za-z_$][\\w$]*)\\s*\\(");
  private static final Set<String> NO_CALLS =
      Set.of("if", "for", "while", "switch", "catch", "try", "return", "synchronized", "super");

  static FixShape suppressed() {
    return new FixShape("suppressed it", Advice.OWN_WAY);
  }

  /** {@return the shape of a change; empty if the file has not changed} */
  static Optional<FixShape> of(Finding finding, String before, String after) {
    if (isAsSuggested(finding, before, after)) {
      return Optional.of(new FixShape("as suggested", Advice.FOLLOWED));
    }
    return ChangedText.nearest(before, after, finding.range().startLine())
        .map(change -> new FixShape(words(change, after), Advice.OWN_WAY));
  }

  private static boolean isAsSuggested(Finding finding, String before, String after) {
    return finding
        .fix()
        .map(fix -> TextEdits.apply(before, fix.edits()))
        .flatMap(wanted -> ChangedText.nearest(before, wanted, finding.range().startLine()))
        .flatMap(ChangedText::mark)
        .filter(mark -> mark.isIn(after) && !mark.isIn(before))
        .isPresent();
  }

  private static String words(ChangedText change, String after) {
    if (change.added().isEmpty()) {
      return isMoved(change.removed(), after) ? "moved it" : "deleted the code";
    }
    Set<String> gone = calls(change.removed());
    Set<String> come = calls(change.added());
    Set<String> kept = new HashSet<>(gone);
    kept.retainAll(come);
    gone.removeAll(kept);
    come.removeAll(kept);
    if (gone.size() == 1 && come.size() == 1) {
      return "replaced call %s by %s".formatted(gone.iterator().next(), come.iterator().next());
    }
    return otherWords(String.join("\n", change.removed()), String.join("\n", change.added()));
  }

  private static String otherWords(String removed, String added) {
    if (added.contains("try (") && !removed.contains("try (")) {
      return "put it into try-with-resources";
    }
    return count(added, "if (") > count(removed, "if (")
        ? "guarded it by a condition"
        : "rewrote it";
  }

  private static boolean isMoved(List<String> removed, String after) {
    Set<String> lines = new HashSet<>();
    after.lines().map(String::strip).forEach(lines::add);
    return removed.stream()
            .map(String::strip)
            .filter(one -> one.length() > 2)
            .allMatch(lines::contains)
        && removed.stream().anyMatch(one -> one.strip().length() > 2);
  }

  private static Set<String> calls(List<String> lines) {
    Set<String> names = new HashSet<>();
    for (String line : lines) {
      Matcher call = CALL.matcher(line);
      while (call.find()) {
        String name = call.group(1);
        if (!NO_CALLS.contains(name)) {
          names.add(name.substring(0, Math.min(LONGEST_NAME, name.length())));
        }
      }
    }
    return names;
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
