package io.kirolinter.agents.notify;

import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.Notices;
import io.kirolinter.core.artifact.Notices.Notice;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.notice.Message;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepResult;
import java.util.ArrayList;
import java.util.List;

/** Step {@code notify}: tells people on every channel what the run found and did. */
public final class NotifyStep implements Step {

  private static final StepDescription DESCRIPTION =
      StepDescription.of("notify", "Tells people what was found and done.")
          .requiring(ArtifactType.REVIEW)
          .using(ArtifactType.RISK_RANKING, ArtifactType.FIX_SET, ArtifactType.PROPOSAL)
          .producing(ArtifactType.NOTICES)
          .optional();

  private final List<Channel> channels;

  public NotifyStep(List<Channel> channels) {
    this.channels = List.copyOf(channels);
  }

  @Override
  public StepDescription description() {
    return DESCRIPTION;
  }

  @Override
  public StepResult run(StepContext context) {
    Review review = context.required(ArtifactType.REVIEW);
    if (channels.isEmpty()) {
      return StepResult.nothingToDo("no channel is set up");
    }
    if (review.findings().isEmpty() && review.problems().isEmpty()) {
      return StepResult.nothingToDo("nothing was found, so nobody is disturbed");
    }
    Message message = RunMessage.of(context, review);
    List<Notice> sent = new ArrayList<>();
    for (Channel channel : channels) {
      String destination = channel.send(message);
      sent.add(new Notice(message.id(), channel.name(), destination, message.title()));
    }
    return StepResult.done(new Notices(sent), "told " + names(sent) + ": " + message.title());
  }

  private static String names(List<Notice> sent) {
    return String.join(", ", sent.stream().map(Notice::channel).toList());
  }
}
