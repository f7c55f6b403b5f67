package io.kirolinter.cli.output;

import io.kirolinter.agents.learn.Knowledge;
import io.kirolinter.agents.learn.Knowledge.HabitView;
import io.kirolinter.agents.learn.Knowledge.RefusedFix;
import io.kirolinter.agents.learn.Knowledge.RuleView;
import io.kirolinter.cli.wiring.Learning.Forgotten;
import io.kirolinter.core.experience.Practices;
import io.kirolinter.core.experience.Standing;
import io.kirolinter.core.notice.Counted;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was learned, as text. */
public final class LearnText {

  private static final int MOST_SHOWN = 20;

  private LearnText() {}

  public static String of(Knowledge known) {
    if (known.isEmpty()) {
      return "Nothing was learned about %s yet.%n".formatted(known.repository());
    }
    return section("Rules, by what people did with their fixes", known.rules(), LearnText::rule)
        + section("Refused by a person who was asked", known.refusedRules(), rule -> "  " + rule)
        + section("Fixes that are not proposed again", known.refused(), LearnText::refused)
        + section("How people fix findings", known.practices(), LearnText::practice)
        + section("Habits", known.habits(), LearnText::habit)
        + "Forget it: kirolinter agent learn --forget RULE|FINGERPRINT|all%n".formatted();
  }

  public static String of(Forgotten forgotten) {
    return forgotten.records() == 0
        ? "Nothing was known about %s.%n".formatted(forgotten.what())
        : "Forgot %s about %s.%n"
            .formatted(Counted.of(forgotten.records(), "record"), forgotten.what());
  }

  private static <T> String section(String title, List<T> all, Function<T, String> line) {
    if (all.isEmpty()) {
      return "";
    }
    String lines =
        all.stream()
            .limit(MOST_SHOWN)
            .map(one -> line.apply(one) + System.lineSeparator())
            .collect(Collectors.joining());
    int more = all.size() - MOST_SHOWN;
    String rest = more > 0 ? "  and %d more; --format json has all%n".formatted(more) : "";
    return "%s:%n%s%s%n".formatted(title, lines, rest);
  }

  private static String rule(RuleView one) {
    String fates =
        one.fates().entrySet().stream()
            .map((Map.Entry<String, Integer> fate) -> fate.getValue() + " " + fate.getKey())
            .collect(Collectors.joining(", "));
    String decided =
        one.decisions() == 0
            ? "nothing decided"
            : String.format(
                Locale.ROOT,
                "%.0f %% of %s for it (%.0f to %.0f %%)",
                100 * one.accepted(),
                Counted.of(one.decisions(), "decision"),
                100 * one.interval().low(),
                100 * one.interval().high());
    String held =
        one.standing() == Standing.SUGGESTION
            ? "%n    only a suggestion: %s".formatted(one.why())
            : "";
    return "  %-30s %s; %s%s"
        .formatted(one.rule(), decided, fates.isEmpty() ? "no fixes" : fates, held);
  }

  private static String refused(RefusedFix one) {
    return "  %s %s in %s: %s, %s"
        .formatted(one.fingerprint(), one.rule(), one.path(), one.fate().label(), one.evidence());
  }

  private static String practice(Practices.Pattern one) {
    return "  %-30s %s (%s, last in %s)"
        .formatted(
            one.rule(),
            one.shape(),
            Counted.of(one.support(), "commit"),
            one.newest().abbreviated());
  }

  private static String habit(HabitView one) {
    String gives =
        one.givesWay()
            .map(rule -> "; fixes of %s are only suggestions for it".formatted(rule))
            .orElse("");
    return String.format(
        Locale.ROOT,
        "  %-30s %s (%d of %d, at least %d %%)%s",
        one.topic(),
        one.way(),
        one.support(),
        one.seen(),
        (int) (100 * one.confidence()), // less is true, more is not
        gives);
  }
}
