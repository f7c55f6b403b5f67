package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.memory.Redaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A run as one JSON document, by which it goes from one store to another.
 *
 * <p>Secrets are masked in it, as they are in a journal. Where a run is taken in, it is over:
 * otherwise two places might go on with it. Files in the folder of a run do not travel, so that a
 * run which changed files in place can be taken back only where it ran.
 */
public record RunDocument(Run run, List<StoredArtifact> artifacts) {

  /** The version that is written; older ones can be read. */
  public static final int VERSION = 1;

  private static final String LEFT = "It was not over when the run was exported.";

  public RunDocument {
    requireNonNull(run, "run");
    artifacts = List.copyOf(artifacts);
  }

  /** {@return the run with this id as the journal has it; empty if there is none} */
  public static Optional<RunDocument> of(RunJournal journal, RunId id) {
    return journal.find(id).map(run -> new RunDocument(run, journal.artifacts(id)));
  }

  /**
   * {@return the run that {@link #json} wrote, in this release or an older one}
   *
   * @param name how people know the document, such as a file; shown in errors
   * @throws InvalidRequestException if the text is no such document, in part or as a whole
   */
  public static RunDocument read(String name, String json) {
    return new RunDocumentReader(name).read(json);
  }

  /** {@return the document, over several lines} */
  public String json() {
    return RunDocumentWriter.write(this);
  }

  /**
   * Adds the run to a journal. One that is not over is cancelled there: it ends at the last moment
   * that the document knows of.
   *
   * @return whether it was added; false if the very same run was there before
   * @throws InvalidRequestException if another run has its id, or this one has gone on elsewhere;
   *     what is there stays
   */
  public boolean addTo(RunJournal journal) {
    RunDocument over = over();
    if (journal.add(over.run, over.artifacts)) {
      return true;
    }
    if (of(journal, run.id()).filter(over::equals).isEmpty()) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("import", "run", run.id().value())
              .found("there is another run with this id, or the same at another time")
              .expected("a run that is not there yet")
              .remedy("Delete that one first, or import into another data folder."));
    }
    return false;
  }

  private RunDocument over() {
    if (run.state().status().isFinal()) {
      return this;
    }
    Instant last = lastMoment();
    RunState state = run.state();
    for (StepRecord step : state.steps()) {
      if (!step.isOver()) {
        state = state.withStep(step.ended(StepOutcome.SKIPPED, last, LEFT, step.error()));
      }
    }
    return new RunDocument(run.withState(state.ended(RunStatus.CANCELLED, last)), artifacts);
  }

  private Instant lastMoment() {
    Stream<Instant> moments =
        run.state().steps().stream()
            .flatMap(step -> Stream.concat(Stream.of(step.startedAt()), step.endedAt().stream()));
    Stream<Instant> answers = run.state().dialogue().answers().stream().map(RunAnswer::at);
    return Stream.of(Stream.of(run.plan().createdAt()), moments, answers)
        .flatMap(Function.identity())
        .max(Instant::compareTo)
        .orElseThrow();
  }

  /** {@return the JSON with every secret in it masked} */
  static String redacted(String json) {
    return Redaction.ofJson(json);
  }
}
