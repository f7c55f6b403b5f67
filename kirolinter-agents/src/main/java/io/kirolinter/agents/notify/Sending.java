package io.kirolinter.agents.notify;

import io.kirolinter.agents.git.RecentAuthors.Author;
import io.kirolinter.agents.notify.LastNotices.Told;
import io.kirolinter.agents.notify.people.Concerned;
import io.kirolinter.core.artifact.Notices;
import io.kirolinter.core.artifact.Notices.Notice;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.notice.Message;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells one destination after the other, and how that went. */
final class Sending {

  private static final int MOST_NAMED = 5;

  private final StepContext context;
  private final Supplier<Concerned> concerned;
  private final LastNotices last;
  private final List<Notice> sent = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private int unchanged;

  Sending(StepContext context, Supplier<Concerned> concerned) {
    this.context = context;
    this.concerned = concerned;
    this.last = LastNotices.of(context);
  }

  /** Tells a destination, unless it knows all that already. */
  void tell(Destination destination) {
    Optional<Told> before = last.by(destination.key());
    Set<String> marks = LastNotices.marks(destination.part());
    boolean known = before.map(one -> one.marks().equals(marks)).orElse(false);
    boolean here = before.map(one -> one.run().equals(context.runId().value())).orElse(false);
    if (known && !here) {
      unchanged++;
      return;
    }
    try {
      Message message = message(destination, here ? Optional.empty() : before, marks);
      String place = here ? destination.name() : send(destination, message);
      sent.add(new Notice(message.id(), channelOf(destination), place, message.title()));
      told.add(destination.name());
    } catch (StoreException | WorkFailedException | InvalidRequestException e) {
      failed.add("%s was not told: %s".formatted(destination.name(), e.getMessage()));
    }
  }

  private String send(Destination destination, Message message) {
    String place = destination.channel().get().send(message);
    last.remember(destination);
    return place;
  }

  private static String channelOf(Destination destination) {
    return destination.name().replaceFirst(" .*", "");
  }

  private Message message(Destination destination, Optional<Told> before, Set<String> marks) {
    boolean isStanding = destination.key().equals(destination.name());
    String id = context.runId() + "-notice" + (isStanding ? "" : "-" + destination.key());
    String more = LastNotices.change(before, marks) + people(destination.part());
    return RunMessage.of(context, id, destination.part(), more);
  }

  private String people(Review part) {
    Concerned whom = concerned.get();
    return named("Owners", part, whom::ownersOf)
        + named(
            "Recent authors", part, one -> whom.authorsOf(one).stream().map(Author::name).toList());
  }

  /** Whom most findings concern comes first. */
  private static String named(String what, Review part, Function<Finding, List<String>> people) {
    Map<String, Long> findings =
        part.findings().stream()
            .flatMap(finding -> people.apply(finding).stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<String> names =
        findings.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_NAMED)
            .map(Map.Entry::getKey)
            .toList();
    return names.isEmpty() ? "" : what + ": " + String.join(", ", names) + "\n";
  }

  /** {@return how it went; nobody told for want of a way is refused, as to try again is no use} */
  StepResult result(List<String> notes) {
    List<String> troubles = Stream.concat(failed.stream(), notes.stream()).toList();
    String rest = troubles.isEmpty() ? "" : "; " + String.join("; ", troubles);
    if (!sent.isEmpty()) {
      String title = sent.get(0).text();
      return StepResult.done(
          new Notices(sent), "told %s: %s".formatted(String.join(", ", told), title) + rest);
    }
    if (!failed.isEmpty()) {
      return StepResult.refused("nobody was told" + rest);
    }
    return StepResult.nothingToDo(
        unchanged > 0
            ? "nothing has changed since the last message" + rest
            : "nobody wants to know of what was found" + rest);
  }
}
