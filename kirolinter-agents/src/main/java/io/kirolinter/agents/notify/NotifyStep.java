package io.kirolinter.agents.notify;

import com.google.common.base.Suppliers;
import io.kirolinter.agents.notify.people.Concerned;
import io.kirolinter.agents.review.ReviewNames;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.settings.SettingsReader;
import io.kirolinter.core.settings.Vocabulary;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.core.step.StepResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Step {@code notify}: tells people what the run found and did, each once and only if something has
 * changed since the last message. One who cannot be reached keeps nobody else from being told.
 */
public final class NotifyStep implements Step {

  private static final StepDescription DESCRIPTION =
      StepDescription.of("notify", "Tells people what was found and done.")
          .requiring(ArtifactType.REVIEW)
          .using(ArtifactType.RISK_RANKING, ArtifactType.FIX_SET, ArtifactType.PROPOSAL)
          .producing(ArtifactType.NOTICES)
          .optional();

  private final List<Channel> channels;
  private final NotifyAccess access;
  private final Vocabulary names;

  /** Tells nobody but these channels. */
  public NotifyStep(List<Channel> channels) {
    this(channels, NotifyAccess.none());
  }

  /**
   * Tells these channels, and whom the settings of user and repository name.
   *
   * @param channels told everything, but for what an entry of their name leaves out
   */
  public NotifyStep(List<Channel> channels, NotifyAccess access) {
    this(channels, access, ReviewNames.vocabulary());
  }

  private NotifyStep(List<Channel> channels, NotifyAccess access, Vocabulary names) {
    this.channels = List.copyOf(channels);
    this.access = access;
    this.names = names;
  }

  /** {@return the same step, where the settings of repositories may use these names} */
  public NotifyStep knowing(Vocabulary known) {
    return new NotifyStep(channels, access, known);
  }

  @Override
  public StepDescription description() {
    return DESCRIPTION;
  }

  @Override
  public StepResult run(StepContext context) {
    Review review = context.required(ArtifactType.REVIEW);
    Optional<String> obstacle = obstacle(context, review);
    if (obstacle.isPresent()) {
      return StepResult.nothingToDo(obstacle.get());
    }
    var concerned = Suppliers.memoize(() -> Concerned.by(context));
    Destinations destinations = destinations(context, review, concerned);
    Sending sending = new Sending(context, concerned);
    destinations.all().forEach(sending::tell);
    return sending.result(destinations.notes());
  }

  @Override
  public StepPreview preview(StepContext context) {
    Review review = context.required(ArtifactType.REVIEW);
    return obstacle(context, review)
        .map(why -> StepPreview.of("nothing: " + why))
        .orElseGet(
            () ->
                NoticePreview.of(
                    destinations(context, review, Suppliers.memoize(() -> Concerned.by(context))),
                    LastNotices.of(context)));
  }

  private Optional<String> obstacle(StepContext context, Review review) {
    if (channels.isEmpty() && settings(context).over(access.ofUser()).notices().isEmpty()) {
      return Optional.of("no channel is set up");
    }
    return review.findings().isEmpty() && review.problems().isEmpty()
        ? Optional.of("nothing was found, so nobody is disturbed")
        : Optional.empty();
  }

  private Destinations destinations(
      StepContext context, Review review, Supplier<Concerned> concerned) {
    Settings settings = settings(context);
    Destinations destinations = new Destinations(access, context, review, concerned);
    destinations.addStanding(channels, settings);
    destinations.addOutside(settings);
    return destinations;
  }

  private Settings settings(StepContext context) {
    return SettingsReader.knowing(names).ofRepository(context.snapshot());
  }
}
