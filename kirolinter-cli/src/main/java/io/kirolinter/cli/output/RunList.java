package io.kirolinter.cli.output;

import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A list of runs. */
public final class RunList {

  private RunList() {}

  /** The JSON of a run in a list. */
  public record Line(
      RunId runId, String template, RepositoryId repository, RunStatus status, Instant createdAt) {}

  public static List<Line> json(List<Run> runs) {
    return runs.stream()
        .map(
            run ->
                new Line(
                    run.id(),
                    run.plan().template(),
                    run.plan().repository(),
                    run.state().status(),
                    run.plan().createdAt()))
        .toList();
  }

  public static String text(List<Run> runs) {
    return runs.isEmpty()
        ? "No runs yet. Start one: kirolinter agent workflow --repo . --template full_review%n"
            .formatted()
        : json(runs).stream().map(RunList::text).collect(Collectors.joining());
  }

  private static String text(Line line) {
    return "%s  %-20s %-18s %s%n"
        .formatted(line.runId(), line.status().label(), line.template(), line.repository());
  }
}
