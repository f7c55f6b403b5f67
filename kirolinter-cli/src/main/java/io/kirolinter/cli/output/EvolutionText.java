package io.kirolinter.cli.output;

import io.kirolinter.analytics.evolution.EvolutionReport;
import io.kirolinter.analytics.evolution.EvolutionReport.Challenger;
import io.kirolinter.analytics.evolution.EvolutionReport.Change;
import io.kirolinter.analytics.evolution.EvolutionReport.Contender;
import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.core.notice.Counted;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The text of {@code agent evolve}. */
public final class EvolutionText {

  private static final int WIDTH = 20;

  private EvolutionText() {}

  public static String of(EvolutionReport report) {
    StringBuilder out = new StringBuilder();
    out.append("%s, after %s%n".formatted(report.template(), Counted.of(report.runs(), "run")));
    out.append("Champion    ").append(contender(report.champion()));
    report.challengers().forEach(each -> out.append("Challenger  ").append(challenger(each)));
    out.append(gate(report));
    report
        .pending()
        .ifPresent(
            run ->
                out.append(
                    "Run %d is not counted yet: %s on %s%n"
                        .formatted(run.run(), run.version(), run.subject())));
    out.append("History%n".formatted());
    report.history().forEach(change -> out.append(change(change)));
    out.append("%nThe guarantee: %s%n".formatted(report.guarantee()));
    out.append("%nNext%n".formatted());
    report.next().forEach(next -> out.append("  %s%n".formatted(next)));
    return out.toString();
  }

  private static String contender(Contender contender) {
    return "%s  %s%n            %s%n            from %s%n"
        .formatted(
            contender.version(),
            useful(contender.useful()),
            String.join(", ", contender.steps()),
            contender.origin());
  }

  private static String challenger(Challenger challenger) {
    return contender(challenger.version())
        + String.format(
            Locale.ROOT,
            "            evidence %.3g %s, gets the next run with chance %.2f%s%n",
            challenger.evidence(),
            bar(challenger.share()),
            challenger.nextChance(),
            challenger.former() ? "; the former champion, watched" : "");
  }

  private static String gate(EvolutionReport report) {
    return report.threshold().isEmpty()
        ? "No challengers, so every run is the champion's.%n".formatted()
        : String.format(
            Locale.ROOT,
            "A challenger is promoted at evidence %.0f (era %d, %s, alpha %s).%n",
            Math.ceil(report.threshold().getAsDouble()),
            report.era(),
            Counted.of(report.challengers().size(), "challenger"),
            report.alpha());
  }

  private static String change(Change change) {
    String how =
        change
            .evidence()
            .map(
                evidence ->
                    String.format(
                        Locale.ROOT,
                        ", with evidence %.0f of %.0f after run %d",
                        evidence,
                        change.threshold().orElseThrow(),
                        change.run().orElseThrow()))
            .orElse("");
    return "  %s  %-10s champion %s against %s%s%n"
        .formatted(
            change.at().truncatedTo(ChronoUnit.SECONDS),
            change.reason().label(),
            change.champion(),
            Counted.of(change.challengers().size(), "challenger"),
            how);
  }

  private static String useful(Proportion useful) {
    return useful.trials() == 0
        ? "no runs yet"
        : String.format(
            Locale.ROOT,
            "%d of %d runs useful (95 %% interval %.2f to %.2f)",
            useful.successes(),
            useful.trials(),
            useful.interval().low(),
            useful.interval().high());
  }

  private static String bar(double share) {
    int full = (int) Math.round(share * WIDTH);
    return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "]";
  }
}
