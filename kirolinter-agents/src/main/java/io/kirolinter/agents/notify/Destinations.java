package io.kirolinter.agents.notify;

import com.google.common.hash.Hashing;
import io.kirolinter.agents.notify.mail.MailChannel;
import io.kirolinter.agents.notify.people.Concerned;
import io.kirolinter.agents.notify.web.WebChannels;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.settings.MailServer;
import io.kirolinter.core.settings.NotifyEntry;
import io.kirolinter.core.settings.NotifyEntry.Way;
import io.kirolinter.core.settings.SecretPlace;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.step.StepContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Everybody who is told something in a run, each once. */
final class Destinations {

  private final NotifyAccess access;
  private final StepContext context;
  private final Review review;
  private final Supplier<Concerned> concerned;
  private final Map<String, Destination> byKey = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  Destinations(
      NotifyAccess access, StepContext context, Review review, Supplier<Concerned> concerned) {
    this.access = access;
    this.context = context;
    this.review = review;
    this.concerned = concerned;
  }

  List<Destination> all() {
    return List.copyOf(byKey.values());
  }

  /** {@return what people must know about those who are not told} */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * Adds the channels that are there without settings; an entry of one's name says what it is told,
   * that of the repository before that of the user.
   */
  void addStanding(List<Channel> channels, Settings ofRepository) {
    List<NotifyEntry> entries = ofRepository.over(access.ofUser()).notices();
    for (Channel channel : channels) {
      Review part =
          entries.stream()
              .filter(entry -> entry.channel().label().equals(channel.name()))
              .findFirst()
              .map(this::part)
              .orElse(review);
      add(new Destination(channel.name(), channel.name(), () -> channel, part));
    }
  }

  /** Adds whom the settings name outside this machine. */
  void addOutside(Settings ofRepository) {
    for (NotifyEntry entry : ofRepository.notices()) {
      if (entry.channel().isOutside()) {
        addIfTrusted(entry);
      }
    }
    access.ofUser().notices().stream()
        .filter(entry -> entry.channel().isOutside())
        .forEach(this::add);
  }

  private void addIfTrusted(NotifyEntry entry) {
    if (access.trusted().test(context.repository().id(), entry.text())) {
      add(entry);
    } else {
      notes.add(
          "not told over %s: %s names it, and is not trusted (kirolinter config trust)"
              .formatted(entry.channel().label(), Settings.REPOSITORY_FILE));
    }
  }

  private void add(NotifyEntry entry) {
    if (entry.channel() == Way.EMAIL) {
      addMail(entry);
    } else {
      String name = entry.channel().label();
      String key = key(name, entry.url().map(SecretPlace::toString).orElse(""));
      add(new Destination(key, name, () -> hook(entry), part(entry)));
    }
  }

  private void addMail(NotifyEntry entry) {
    List<Finding> wanted = wanted(entry);
    Addressees addressees = Addressees.of(entry, concerned.get(), wanted);
    MailServer server = entry.server().orElseThrow();
    addressees
        .parts(review)
        .forEach(
            (address, part) ->
                add(
                    new Destination(
                        key("email", server.host() + " " + address),
                        "email to " + address,
                        () -> mail(server, address),
                        part)));
    addressees.notes().forEach(note -> notes.add("email: " + note));
  }

  private void add(Destination destination) {
    if (!destination.isEmpty()) {
      byKey.merge(destination.key(), destination, Destination::and);
    }
  }

  private Review part(NotifyEntry entry) {
    List<Finding> wanted = wanted(entry);
    return entry.owners().isEmpty()
        ? Destination.with(review, wanted)
        : Destination.only(review, wanted);
  }

  private List<Finding> wanted(NotifyEntry entry) {
    return review.findings().stream()
        .filter(entry::wants)
        .filter(finding -> entry.owners().isEmpty() || isOwned(finding, entry.owners()))
        .toList();
  }

  private boolean isOwned(Finding finding, List<String> owners) {
    return concerned.get().ownersOf(finding).stream().anyMatch(owners::contains);
  }

  private Channel hook(NotifyEntry entry) {
    WebChannels web = WebChannels.of(access.retries(), context.clock()).within(access.limit());
    var url = access.secrets().read(entry.url().orElseThrow());
    return switch (entry.channel()) {
      case SLACK -> web.slack(url);
      case TEAMS -> web.teams(url);
      default -> web.webhook(url, entry.secret().map(access.secrets()::read));
    };
  }

  private Channel mail(MailServer server, String address) {
    return MailChannel.to(
        address,
        server,
        server.password().map(access.secrets()::read),
        access.mailTrust(),
        access.limit(),
        access.retries(),
        context.clock());
  }

  /** Neither an address nor the place of a secret can be read from it. */
  private static String key(String name, String place) {
    return name
        + "-"
        + Hashing.sha256().hashString(place, StandardCharsets.UTF_8).toString().substring(0, 12);
  }
}
