package io.kirolinter.core.history;

import static java.util.stream.Collectors.joining;

import com.google.common.hash.Hashing;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.run.StoredArtifact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Facts as one line of text, as stores keep them. It is made of three parts, each known at another
 * time: that of the plan when a run is made, one for each artifact when its step ends, and that of
 * the state when the run ends. A store that cannot run our code puts them together as {@link
 * #joined} does.
 *
 * <p>The line is {@code 1|plan|state|artifacts}, the first number its version; a part has its
 * fields between bars, a list its elements between semicolons, an element its fields between
 * commas. Text has these characters as in a URL. Times are microseconds.
 */
public final class FactsText {

  private static final String VERSION = "1|";
  private static final int LONGEST_ERROR = 300;

  private FactsText() {}

  /** {@return the facts of a run as text} */
  public static String of(Run run, Collection<StoredArtifact> artifacts) {
    List<String> made = artifacts.stream().flatMap(one -> ofArtifact(one).stream()).toList();
    return joined(ofPlan(run), ofState(run.state()), made);
  }

  /** {@return the whole of its parts} */
  public static String joined(String plan, String state, List<String> artifacts) {
    return plan + "|" + state + "|" + String.join(";", artifacts);
  }

  /** {@return the first part, with the version in front} */
  public static String ofPlan(Run run) {
    RunPlan plan = run.plan();
    return VERSION
        + String.join(
            "|",
            run.id().value(),
            FactsReader.escaped(plan.template()),
            String.valueOf(plan.templateVersion()),
            plan.effect().name(),
            plan.mode().name(),
            plan.options().apply().name(),
            String.valueOf(FactsReader.micros(plan.createdAt())),
            String.valueOf(plan.steps().size()),
            scope(plan));
  }

  /** {@return the part that is known once the run is over} */
  public static String ofState(RunState state) {
    Optional<Instant> started =
        state.steps().stream().map(StepRecord::startedAt).min(Instant::compareTo);
    return String.join(
        "|",
        state.status().name(),
        time(started),
        time(state.endedAt()),
        String.valueOf(state.takeovers()),
        state.steps().stream().map(step -> step(step, started)).collect(joining(";")));
  }

  /**
   * {@return what is of interest of an artifact; empty if it is of another type, or not of the form
   * of its type}
   */
  public static Optional<String> ofArtifact(StoredArtifact artifact) {
    if (!isCounted(artifact)) {
      return Optional.empty();
    }
    if (artifact.type().equals(ArtifactType.REVIEW.name())) {
      return CountedArtifact.review(artifact.json());
    }
    return CountedArtifact.fixes(artifact.json());
  }

  /** {@return whether an artifact is of a type that has anything of interest} */
  public static boolean isCounted(StoredArtifact artifact) {
    return artifact.type().equals(ArtifactType.REVIEW.name())
        || artifact.type().equals(ArtifactType.FIX_SET.name());
  }

  /**
   * {@return the facts that a line tells}
   *
   * @throws io.kirolinter.core.error.StoreException if it is no such line
   */
  public static RunFacts read(RepositoryId repository, String line) {
    return FactsReader.read(repository, line);
  }

  private static String step(StepRecord step, Optional<Instant> started) {
    String error = step.error().map(FactsText::firstLine).orElse("");
    long begun = FactsReader.micros(step.startedAt()) - FactsReader.micros(started.orElseThrow());
    return String.join(
        ",",
        FactsReader.escaped(step.name()),
        step.outcome().map(Enum::name).orElse(""),
        String.valueOf(step.attempts()),
        String.valueOf(begun),
        String.valueOf(step.duration().toNanos() / 1_000),
        FactsReader.escaped(error));
  }

  private static String firstLine(String error) {
    String line = error.strip().lines().findFirst().orElse("");
    return line.length() <= LONGEST_ERROR ? line : line.substring(0, LONGEST_ERROR) + "…";
  }

  private static String time(Optional<Instant> instant) {
    return instant.map(at -> String.valueOf(FactsReader.micros(at))).orElse("");
  }

  /** The options of the steps count too: a template can narrow down what its analysis looks for. */
  private static String scope(RunPlan plan) {
    RunOptions options = plan.options();
    if (options.changedSince().isPresent()) {
      return "";
    }
    List<?> asked =
        List.of(
            plan.scope(),
            options.analyzers(),
            plan.steps().stream()
                .filter(step -> step.name().toLowerCase(Locale.ROOT).contains("analy"))
                .map(step -> step.options())
                .toList());
    return Hashing.sha256()
        .hashString(Json.write(asked), StandardCharsets.UTF_8)
        .toString()
        .substring(0, 8);
  }
}
