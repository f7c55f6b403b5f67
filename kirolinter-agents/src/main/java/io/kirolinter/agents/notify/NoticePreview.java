package io.kirolinter.agents.notify;

import io.kirolinter.agents.notify.LastNotices.Told;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.step.StepPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells who is about to be told what. */
final class NoticePreview {

  private NoticePreview() {}

  static StepPreview of(Destinations destinations, LastNotices last) {
    List<Destination> fresh =
        destinations.all().stream().filter(one -> !isKnown(one, last)).toList();
    return StepPreview.of(fresh.isEmpty() ? nothing(destinations) : "to " + named(fresh))
        .withDetails(details(destinations, fresh));
  }

  private static boolean isKnown(Destination destination, LastNotices last) {
    Optional<Told> before = last.by(destination.key());
    return before
        .filter(one -> one.marks().equals(LastNotices.marks(destination.part())))
        .isPresent();
  }

  private static String nothing(Destinations destinations) {
    return destinations.all().isEmpty()
        ? "nothing: nobody wants to know of what was found"
        : "nothing: nothing has changed since the last message";
  }

  private static String named(List<Destination> fresh) {
    return fresh.stream()
        .map(
            one ->
                "%s (%s)"
                    .formatted(one.name(), Counted.of(one.part().findings().size(), "finding")))
        .collect(Collectors.joining(", "));
  }

  private static List<String> details(Destinations destinations, List<Destination> fresh) {
    List<String> details = new ArrayList<>(destinations.notes());
    destinations.all().stream()
        .filter(one -> !fresh.contains(one))
        .forEach(one -> details.add("%s knows all that already".formatted(one.name())));
    return details;
  }
}
