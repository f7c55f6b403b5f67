package io.kirolinter.cli.output;

import io.kirolinter.analytics.experiment.ExperimentResult;
import io.kirolinter.analytics.experiment.Metric;
import java.util.Locale;
import java.util.OptionalDouble;

/** The text of {@code agent ab-test}. */
public final class ExperimentText {

  private ExperimentText() {}

  public static String of(ExperimentResult result) {
    StringBuilder out = new StringBuilder();
    out.append(
        "%s: %s (a) against %s (b), %d pairs: %s%n"
            .formatted(
                result.experimentId(),
                result.templateA(),
                result.templateB(),
                result.pairs(),
                result.verdict().label()));
    result.metrics().forEach(metric -> out.append(line(metric)));
    result.pairsStillNeeded().ifPresent(more -> out.append("Pairs still needed: " + more + "\n"));
    result.warnings().forEach(warning -> out.append("warning: %s%n".formatted(warning)));
    return out.toString();
  }

  private static String line(Metric metric) {
    return "  %-12s %s [%s to %s], adjusted p %s (%s; %s)%n"
        .formatted(
            metric.name(),
            shown(metric.estimate()),
            shown(metric.low()),
            shown(metric.high()),
            shown(metric.adjustedPValue()),
            metric.test(),
            metric.meaning());
  }

  private static String shown(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.4g", value.getAsDouble()) : "unknown";
  }
}
