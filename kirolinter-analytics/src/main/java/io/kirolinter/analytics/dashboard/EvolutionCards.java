package io.kirolinter.analytics.dashboard;

import io.kirolinter.analytics.dashboard.Card.Column;
import io.kirolinter.analytics.dashboard.Card.Width;
import io.kirolinter.analytics.evolution.EvolutionReport;
import io.kirolinter.analytics.evolution.EvolutionReport.Challenger;
import io.kirolinter.analytics.evolution.EvolutionReport.Change;
import io.kirolinter.analytics.evolution.EvolutionReport.Contender;
import io.kirolinter.core.display.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The cards about templates that evolve: who is champion, how near the others are, and why. */
final class EvolutionCards {

  private final List<EvolutionReport> evolutions;

  private EvolutionCards(List<EvolutionReport> evolutions) {
    this.evolutions = evolutions;
  }

  static List<Html> of(List<EvolutionReport> evolutions) {
    EvolutionCards cards = new EvolutionCards(evolutions);
    return List.of(evolutions.isEmpty() ? cards.none() : cards.contest());
  }

  private Html none() {
    return new Card("evolution", "Evolution of templates", Width.WHOLE)
        .nothing("No template evolves yet. 'kirolinter agent evolve --mine' begins.")
        .made();
  }

  private Html contest() {
    Card card =
        new Card("evolution", "Evolution of templates", Width.WHOLE)
            .sentence(
                "How near each challenger is to the evidence that makes it champion (100 %), and"
                    + " the chance that it gets the next run.");
    long challengers = evolutions.stream().mapToLong(one -> one.challengers().size()).sum();
    if (challengers == 0) {
      card.nothing("No challenger: every run is the champion's.");
    } else {
      card.chart(
          "Evidence of %d challengers, as a share of what the gate asks".formatted(challengers));
    }
    card.figures(versionColumns(), versions());
    card.table("Why and when champions changed", historyColumns(), history());
    return card.add(guarantee()).made();
  }

  private static List<Column> versionColumns() {
    return List.of(
        Column.text("Version"),
        Column.text("Role"),
        Column.text("Steps"),
        Column.text("From"),
        Column.text("Useful runs"),
        Column.number("Evidence"),
        Column.number("Needed"),
        Column.number("Chance of next run"));
  }

  private List<List<?>> versions() {
    List<List<?>> rows = new ArrayList<>();
    for (EvolutionReport one : evolutions) {
      OptionalDouble none = OptionalDouble.empty();
      rows.add(row(one.champion(), "champion", none, none, championsChance(one)));
      one.challengers().forEach(each -> rows.add(row(each, one.threshold())));
    }
    return rows;
  }

  private static List<?> row(Challenger each, OptionalDouble threshold) {
    String role = each.former() ? "former champion, watched" : "challenger";
    OptionalDouble evidence = OptionalDouble.of(each.evidence());
    return row(each.version(), role, evidence, threshold, each.nextChance());
  }

  private static List<?> row(
      Contender version,
      String role,
      OptionalDouble evidence,
      OptionalDouble threshold,
      double chance) {
    return List.of(
        version.version(),
        role,
        String.join(", ", version.steps()),
        version.origin(),
        version.useful().trials() == 0 ? "no run yet" : PageText.interval(version.useful()),
        PageText.number(evidence),
        PageText.number(threshold),
        PageText.percent(chance));
  }

  private static double championsChance(EvolutionReport one) {
    return Math.max(0, 1 - one.challengers().stream().mapToDouble(Challenger::nextChance).sum());
  }

  private static List<Column> historyColumns() {
    return List.of(
        Column.text("When"),
        Column.text("Template"),
        Column.text("What"),
        Column.text("Champion"),
        Column.text("Against"),
        Column.number("Evidence"),
        Column.text("Tool"));
  }

  private List<List<?>> history() {
    List<List<?>> rows = new ArrayList<>();
    for (EvolutionReport one : evolutions) {
      one.history().forEach(change -> rows.add(row(one.template(), change)));
    }
    return rows;
  }

  private static List<?> row(String template, Change change) {
    return List.of(
        PageText.minute(change.at()),
        template,
        change.reason().label(),
        change.champion(),
        change.challengers().isEmpty() ? "nobody" : String.join(", ", change.challengers()),
        change.evidence().map(PageText::number).orElse("–"),
        change.toolVersion());
  }

  private Html guarantee() {
    Html html = new Html();
    evolutions.stream()
        .map(EvolutionReport::guarantee)
        .distinct()
        .forEach(words -> html.add("<p class=\"soft\"><b>Guarantee.</b> %s</p>\n", words));
    return html;
  }
}
