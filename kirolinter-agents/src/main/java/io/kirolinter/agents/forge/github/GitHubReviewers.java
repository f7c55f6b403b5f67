package io.kirolinter.agents.forge.github;

import io.kirolinter.agents.forge.http.ForgeCall;
import io.kirolinter.agents.forge.http.ForgeHttp;
import io.kirolinter.agents.forge.http.ForgeJson;
import io.kirolinter.core.forge.PullRequest;
import io.kirolinter.core.forge.Reviewers;
import io.kirolinter.core.json.ForeignJson;
import io.kirolinter.core.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Asks people and teams to review, as far as GitHub knows them and they may. */
final class GitHubReviewers {

  private static final int FORBIDDEN = 403;
  private static final int INVALID = 422;

  /** The address that GitHub gives to people who hide theirs. */
  private static final Pattern HIDDEN =
      Pattern.compile("(?:\\d+\\+)?([A-Za-z0-9-]+)@users\\.noreply\\.github\\.com");

  private static final Pattern TEAM = Pattern.compile("@([^/\\s]+)/([^/\\s]+)");

  private final ForgeHttp http;
  private final Function<String, URI> at;
  private final String owner;

  GitHubReviewers(ForgeHttp http, Function<String, URI> at, String owner) {
    this.http = http;
    this.at = at;
    this.owner = owner;
  }

  List<String> ask(PullRequest known, Reviewers wanted) {
    List<String> asked = asked(known, wanted.owners());
    return asked.isEmpty() ? asked(known, wanted.authors()) : asked;
  }

  /** One by one: GitHub refuses all of a request if it cannot ask one of them. */
  private List<String> asked(PullRequest known, List<String> people) {
    return people.stream()
        .flatMap(one -> choice(one).stream())
        .distinct()
        .filter(one -> isAsked(known, one))
        .toList();
  }

  private Optional<String> choice(String written) {
    Matcher team = TEAM.matcher(written);
    if (team.matches()) {
      return team.group(1).equalsIgnoreCase(owner) ? Optional.of(written) : Optional.empty();
    }
    return written.startsWith("@") ? Optional.of(written) : login(written);
  }

  private Optional<String> login(String address) {
    Matcher hidden = HIDDEN.matcher(address);
    if (hidden.matches()) {
      return Optional.of("@" + hidden.group(1));
    }
    ForgeCall call =
        ForgeCall.get(at.apply("/commits?per_page=1&author=" + ForgeJson.encoded(address)));
    ForeignJson commits = http.retrying(() -> http.send(call)).body();
    return commits.items().stream()
        .map(commit -> commit.field("author").field("login"))
        .filter(ForeignJson::isThere)
        .map(login -> "@" + login.as(String.class))
        .findFirst();
  }

  private boolean isAsked(PullRequest known, String who) {
    Matcher team = TEAM.matcher(who);
    String body =
        team.matches()
            ? Json.write(Map.of("team_reviewers", List.of(team.group(2))))
            : Json.write(Map.of("reviewers", List.of(who.substring(1))));
    ForgeCall call =
        ForgeCall.of("POST", at.apply("/pulls/" + known.number() + "/requested_reviewers"), body)
            .accepting(FORBIDDEN, INVALID);
    int status = http.retrying(() -> http.send(call)).status();
    return Stream.of(FORBIDDEN, INVALID).noneMatch(no -> no == status);
  }
}
