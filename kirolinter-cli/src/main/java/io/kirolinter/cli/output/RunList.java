package io.kirolinter.cli.output;

import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.ForkPoint;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.OpenQuestion;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.run.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A list of runs. */
public final class RunList {

  private RunList() {}

  /**
   * The JSON of a run in a list.
   *
   * @param owner the process that works on it at this moment
   * @param leaseUntil when others may take it, unless its process renews that
   * @param waitingFor the question that nobody has answered yet
   */
  public record Line(
      RunId runId,
      String template,
      RepositoryId repository,
      RunStatus status,
      Instant createdAt,
      Optional<RunId> forkedFrom,
      Optional<String> owner,
      Optional<Instant> leaseUntil,
      Optional<OpenQuestion> waitingFor) {}

  /** {@return the runs with who works on them, as the journal has it} */
  public static List<Line> json(List<Run> runs, RunJournal journal) {
    return runs.stream().map(run -> line(run, journal)).toList();
  }

  public static String text(List<Run> runs, RunJournal journal) {
    return runs.isEmpty()
        ? "No runs yet. Start one: kirolinter agent workflow --repo . --template full_review%n"
            .formatted()
        : json(runs, journal).stream().map(RunList::text).collect(Collectors.joining());
  }

  private static Line line(Run run, RunJournal journal) {
    Optional<Lease> lease =
        run.state().status().isFinal() ? Optional.empty() : journal.holder(run.id());
    return new Line(
        run.id(),
        run.plan().template(),
        run.plan().repository(),
        run.state().status(),
        run.plan().createdAt(),
        run.plan().forkedFrom().map(ForkPoint::run),
        lease.map(Lease::owner),
        lease.map(Lease::expiresAt),
        run.state().dialogue().open());
  }

  private static String text(Line line) {
    return "%s  %-20s %-18s %s%s%s%n"
        .formatted(
            line.runId(),
            line.status().label(),
            line.template(),
            line.repository(),
            line.owner().map("  worked on by "::concat).orElse(""),
            line.waitingFor().map(open -> "  waits for an answer: " + open.text()).orElse(""));
  }
}
