package io.kirolinter.agents.predict;

import com.google.common.hash.Hashing;
import io.kirolinter.agents.git.GitHistory;
import io.kirolinter.agents.git.GitHistory.Dated;
import io.kirolinter.agents.git.GitHistory.Detail;
import io.kirolinter.agents.predict.content.Contents;
import io.kirolinter.agents.predict.history.HistoryReading;
import io.kirolinter.agents.predict.model.Calibration;
import io.kirolinter.agents.predict.model.Example;
import io.kirolinter.agents.predict.model.OwnModel;
import io.kirolinter.agents.predict.model.RiskModel;
import io.kirolinter.agents.predict.window.PastMoment;
import io.kirolinter.agents.predict.window.Window;
import io.kirolinter.agents.predict.window.WindowReading;
import io.kirolinter.agents.predict.window.WindowReading.Past;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.step.StepContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the past of the repository says of its model. Time is cut into half-years that are the same
 * for all: so what is found holds until one of them ends, and is kept so long.
 *
 * @param baseRate the share of files that were fixed in a half-year; empty if it is too young
 * @param model fitted here, if that was tried and is better than the cold one
 * @param tried whether there was enough to try
 */
record OwnPast(OptionalDouble baseRate, Optional<RiskModel> model, boolean tried) {

  /** Raised when it is found otherwise. */
  private static final int VERSION = 1;

  private static final int MOST_MOMENTS = 10;
  private static final OwnPast NONE = new OwnPast(OptionalDouble.empty(), Optional.empty(), false);

  /**
   * {@return the past of a commit}
   *
   * <p>Where it has to be read, what is read is left to {@code reading}, which then need not.
   */
  static OwnPast of(StepContext context, CommitId commit, HistoryReading reading) {
    GitHistory git = reading.git(commit);
    Instant end = lastEnd(reading.timeOf(commit));
    Optional<CommitId> anchor =
        git.isShallow() ? Optional.empty() : git.mainLineAt(end).map(Dated::commit);
    if (anchor.isEmpty()) {
      return NONE;
    }
    String key = key(context, anchor.get());
    return kept(context, key)
        .orElseGet(
            () -> {
              OwnPast found = read(context, commit, end, reading);
              context.cache().put(Map.of(key, Json.write(found)));
              return found;
            });
  }

  private static Instant lastEnd(Instant now) {
    long length = Window.LENGTH.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), length) * length);
  }

  private static OwnPast read(
      StepContext context, CommitId commit, Instant end, HistoryReading reading) {
    Past past =
        new WindowReading(context.repository(), reading)
            .read(commit, end, MOST_MOMENTS, Detail.NAMES);
    reading.keep(past.history(), commit);
    List<PastMoment> moments = past.moments();
    boolean enough = OwnModel.isEnough(moments.stream().map(PastMoment::positives).toList());
    return new OwnPast(
        Calibration.baseRate(
            moments.stream().map(PastMoment::files).toList(),
            moments.stream().map(PastMoment::positives).toList()),
        enough
            ? OwnModel.betterThan(RiskModel.cold(), examples(context, moments))
            : Optional.empty(),
        enough);
  }

  /** Only where there is enough to fit a model are the texts of the past read. */
  private static List<Example> examples(StepContext context, List<PastMoment> moments) {
    Contents contents = new Contents(context.progress(), context.cancellation());
    return moments.stream()
        .map(moment -> moment.window(context.repository(), contents).example())
        .toList();
  }

  private static Optional<OwnPast> kept(StepContext context, String key) {
    String json = context.cache().get(List.of(key)).get(key);
    try {
      return json == null ? Optional.empty() : Optional.of(Json.read(json, OwnPast.class));
    } catch (StoreException e) {
      return Optional.empty(); // a cache may hold anything; it is written anew
    }
  }

  private static String key(StepContext context, CommitId anchor) {
    String repository = context.repository().id().value();
    return "predict/past/%d/%s/%s"
        .formatted(
            VERSION,
            Hashing.sha256().hashString(repository, StandardCharsets.UTF_8).asLong(),
            anchor);
  }
}
