package io.kirolinter.analytics.dashboard;

import io.kirolinter.analytics.dashboard.Card.Column;
import io.kirolinter.analytics.dashboard.Card.Width;
import io.kirolinter.analytics.experiment.ExperimentResult;
import io.kirolinter.analytics.experiment.Metric;
import io.kirolinter.core.display.Html;
import java.util.ArrayList;
import java.util.List;

/** The cards about what was tried: useful work, which gives the verdict, and time. */
final class ExperimentCards {

  private final List<ExperimentResult> experiments;

  private ExperimentCards(List<ExperimentResult> experiments) {
    this.experiments = experiments;
  }

  static List<Html> of(List<ExperimentResult> experiments) {
    ExperimentCards cards = new ExperimentCards(experiments);
    return experiments.isEmpty()
        ? List.of(cards.none())
        : List.of(
            cards.card(
                "experiments",
                "Experiments: useful work",
                "useful-work",
                "Of the pairs in which one template removed more findings, the share that a won."
                    + " It alone gives the verdict.",
                "No experiment has enough decided pairs for an interval."),
            cards.card(
                "times",
                "Experiments: time",
                "duration",
                "How many times as long a took as b on the same commit.",
                "No experiment has enough pairs for an interval."));
  }

  private Html none() {
    return new Card("experiments", "Experiments", Width.WHOLE)
        .nothing("No experiment yet. 'kirolinter agent ab-test' makes one.")
        .made();
  }

  private Html card(String id, String title, String metric, String sentence, String missing) {
    Card card = new Card(id, title, Width.HALF).sentence(sentence);
    long drawn = experiments.stream().filter(one -> one.metric(metric).low().isPresent()).count();
    if (drawn == 0) {
      card.nothing(missing);
    } else {
      card.chart("%s: %d experiments with their intervals".formatted(title, drawn));
    }
    return card.figures(columns(), rows(metric)).made();
  }

  private static List<Column> columns() {
    return List.of(
        Column.text("Experiment"),
        Column.text("a"),
        Column.text("b"),
        Column.text("Pairs"),
        Column.text("Verdict"),
        Column.number("Estimate"),
        Column.text("Interval"),
        Column.number("Adjusted p"));
  }

  private List<List<?>> rows(String name) {
    List<List<?>> rows = new ArrayList<>();
    for (ExperimentResult one : experiments) {
      Metric metric = one.metric(name);
      rows.add(
          List.of(
              one.experimentId(),
              one.templateA(),
              one.templateB(),
              "%d of %d".formatted(one.pairs(), one.pairsPlanned()),
              one.verdict().label(),
              PageText.number(metric.estimate()),
              PageText.interval(metric),
              PageText.chance(metric.adjustedPValue())));
    }
    return rows;
  }
}
