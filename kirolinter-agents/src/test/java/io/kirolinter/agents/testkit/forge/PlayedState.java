package io.kirolinter.agents.testkit.forge;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;

/** What a played forge holds. */
public final class PlayedState {

  public final List<PlayedRequest> requests = new ArrayList<>();
  public final List<String> checks = new ArrayList<>();
  public final List<String> uploads = new ArrayList<>();
  public final Map<String, String> peopleByAddress = new TreeMap<>();
  public final List<String> members = new ArrayList<>();
  public boolean takesDrafts = true;
  public boolean takesFindings = true;

  private final Function<String, Optional<String>> headOf;
  private final Supplier<Instant> now;
  private long lastId = 100;

  PlayedState(Function<String, Optional<String>> headOf, Supplier<Instant> now) {
    this.headOf = headOf;
    this.now = now;
  }

  public PlayedRequest open(String branch, String target, String title, String body) {
    PlayedRequest one = new PlayedRequest(requests.size() + 1, branch, target, title, body);
    one.openedAt = now.get().toString();
    requests.add(0, one);
    return one;
  }

  public Optional<PlayedRequest> numbered(int number) {
    return requests.stream().filter(one -> one.number == number).findFirst();
  }

  /** {@return the one that a path names by its first group} */
  PlayedRequest request(Matcher path) {
    return numbered(Integer.parseInt(path.group(1))).orElseThrow();
  }

  /** {@return one page of those that are as wanted} */
  List<PlayedRequest> page(
      Map<String, String> query, int usualSize, Predicate<PlayedRequest> wanted) {
    int page = Integer.parseInt(query.getOrDefault("page", "1"));
    int size = Integer.parseInt(query.getOrDefault("per_page", String.valueOf(usualSize)));
    return requests.stream().filter(wanted).skip((long) (page - 1) * size).limit(size).toList();
  }

  PlayedRequest.Comment say(PlayedRequest request, JsonNode body) {
    PlayedRequest.Comment comment = new PlayedRequest.Comment(nextId(), body.path("body").asText());
    request.comments.add(comment);
    return comment;
  }

  PlayedRequest.Comment edit(long comment, JsonNode body) {
    PlayedRequest.Comment known =
        requests.stream()
            .flatMap(one -> one.comments.stream())
            .filter(one -> one.id == comment)
            .findFirst()
            .orElseThrow();
    known.body = body.path("body").asText();
    known.edits++;
    return known;
  }

  boolean isOpen(String branch) {
    return requests.stream().anyMatch(one -> one.branch.equals(branch) && one.state.equals("open"));
  }

  /** One that is over keeps the head that it had, as on a real forge. */
  String head(PlayedRequest request) {
    if (request.head.isEmpty() || request.state.equals("open")) {
      request.head = headOf.apply(request.branch).orElse("0".repeat(40));
    }
    return request.head;
  }

  boolean hasBranch(String branch) {
    return headOf.apply(branch).isPresent();
  }

  private long nextId() {
    return ++lastId;
  }
}
