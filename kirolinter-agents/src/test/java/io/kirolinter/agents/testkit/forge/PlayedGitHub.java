package io.kirolinter.agents.testkit.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GitHub, as far as it matters here. */
final class PlayedGitHub implements Played {

  private static final Pattern PULL = Pattern.compile("/pulls/(\\d+)");
  private static final Pattern REVIEW = Pattern.compile("/pulls/(\\d+)/requested_reviewers");
  private static final Pattern LABELS = Pattern.compile("/issues/(\\d+)/labels");
  private static final Pattern COMMENTS = Pattern.compile("/issues/(\\d+)/comments");
  private static final Pattern COMMENT = Pattern.compile("/issues/comments/(\\d+)");

  private final PlayedState state;
  private final String site;
  private final String project;

  PlayedGitHub(PlayedState state, String site, String project) {
    this.state = state;
    this.site = site;
    this.project = project;
  }

  @Override
  public Answer answer(String method, String path, Map<String, String> query, JsonNode body) {
    String below = path.substring(("/repos/" + project).length());
    Matcher one;
    if (below.isEmpty()) {
      return new Answer(200, repository());
    }
    if (below.equals("/pulls")) {
      return method.equals("GET") ? listed(query) : created(body);
    }
    if ((one = PULL.matcher(below)).matches()) {
      return changed(state.request(one), body);
    }
    if ((one = REVIEW.matcher(below)).matches()) {
      return asked(state.request(one), body);
    }
    if ((one = LABELS.matcher(below)).matches()) {
      PlayedRequest request = state.request(one);
      body.path("labels").forEach(label -> request.labels.add(label.asText()));
      return new Answer(200, PlayedRequest.list());
    }
    if ((one = COMMENTS.matcher(below)).matches()) {
      return method.equals("GET")
          ? comments(state.request(one))
          : new Answer(201, json(state.say(state.request(one), body)));
    }
    if ((one = COMMENT.matcher(below)).matches()) {
      return new Answer(200, json(state.edit(Long.parseLong(one.group(1)), body)));
    }
    return other(below, query, body);
  }

  private Answer other(String below, Map<String, String> query, JsonNode body) {
    if (below.equals("/commits")) {
      ArrayNode found = PlayedRequest.list();
      String login = state.peopleByAddress.get(query.getOrDefault("author", ""));
      if (login != null) {
        found.add(commit(login));
      }
      return new Answer(200, found);
    }
    if (below.equals("/code-scanning/sarifs")) {
      if (!state.takesFindings) {
        return new Answer(403, words("Advanced Security must be enabled for this repository"));
      }
      state.uploads.add(body.path("sarif").asText());
      return new Answer(202, JsonNodeFactory.instance.objectNode().put("id", "x").put("url", site));
    }
    state.checks.add(
        below + " " + body.path("context").asText() + " " + body.path("state").asText());
    ObjectNode check = JsonNodeFactory.instance.objectNode().put("id", 1).put("url", site);
    return new Answer(
        201,
        check.put("state", body.path("state").asText()).put("created_at", "2026-01-01T00:00:00Z"));
  }

  private ObjectNode commit(String login) {
    ObjectNode commit = JsonNodeFactory.instance.objectNode();
    commit.put("sha", "1".repeat(40)).put("url", site).put("html_url", site);
    commit
        .putObject("author")
        .put("login", login)
        .put("id", 1)
        .put("url", site)
        .put("html_url", site);
    return commit;
  }

  private Answer created(JsonNode body) {
    String branch = body.path("head").asText();
    if (body.path("draft").asBoolean() && !state.takesDrafts) {
      return new Answer(422, words("Draft pull requests are not supported in this repository."));
    }
    if (state.isOpen(branch)) {
      return new Answer(422, words("A pull request already exists for " + branch + "."));
    }
    if (!state.hasBranch(branch)) {
      return new Answer(422, words("Validation Failed: head is invalid"));
    }
    PlayedRequest request =
        state.open(
            branch,
            body.path("base").asText(),
            body.path("title").asText(),
            body.path("body").asText());
    request.draft = body.path("draft").asBoolean();
    return new Answer(201, json(request));
  }

  private Answer listed(Map<String, String> query) {
    String wanted = query.getOrDefault("state", "open");
    String head = query.getOrDefault("head", "").replaceFirst("^[^:]*:", "");
    ArrayNode list = PlayedRequest.list();
    state
        .page(query, 30, one -> isShown(one, wanted) && (head.isEmpty() || head.equals(one.branch)))
        .forEach(one -> list.add(json(one)));
    return new Answer(200, list);
  }

  private static boolean isShown(PlayedRequest one, String wanted) {
    return wanted.equals("all") || wanted.equals(one.state.equals("open") ? "open" : "closed");
  }

  private Answer changed(PlayedRequest request, JsonNode body) {
    request.title = body.path("title").asText(request.title);
    request.body = body.path("body").asText(request.body);
    request.state = body.path("state").asText(request.state);
    request.edits++;
    return new Answer(200, json(request));
  }

  private Answer asked(PlayedRequest request, JsonNode body) {
    for (String kind : new String[] {"reviewers", "team_reviewers"}) {
      for (JsonNode who : body.path(kind)) {
        if (!state.members.contains(who.asText())) {
          return new Answer(422, words("Reviews may only be requested from collaborators."));
        }
        request.reviewers.add(who.asText());
      }
    }
    return new Answer(201, json(request));
  }

  private Answer comments(PlayedRequest request) {
    ArrayNode list = PlayedRequest.list();
    request.comments.forEach(one -> list.add(json(one)));
    return new Answer(200, list);
  }

  private ObjectNode json(PlayedRequest.Comment comment) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", comment.id).put("body", comment.body).put("url", site).put("html_url", site);
    json.set("user", user());
    return json.put("created_at", "2026-01-01T00:00:00Z");
  }

  private ObjectNode json(PlayedRequest request) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("number", request.number).put("id", request.number).put("url", site);
    json.put("html_url", site + "/" + project + "/pull/" + request.number);
    json.put("state", request.state.equals("open") ? "open" : "closed").put("draft", request.draft);
    json.put("title", request.title).put("body", request.body).put("created_at", request.openedAt);
    json.put("merged_at", request.state.equals("merged") ? request.openedAt : null);
    json.put("closed_at", request.state.equals("open") ? null : request.openedAt);
    json.set("user", user());
    json.set("head", end(request.branch, state.head(request)));
    json.set("base", end(request.target, "0".repeat(40)));
    return json;
  }

  private ObjectNode end(String branch, String commit) {
    ObjectNode end = JsonNodeFactory.instance.objectNode().put("ref", branch).put("sha", commit);
    end.set("repo", repository());
    end.set("user", user());
    return end;
  }

  private ObjectNode repository() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", 1).put("full_name", project).put("html_url", site).put("url", site);
    json.put("default_branch", "main").put("archived", false);
    json.set("owner", user());
    return json.put("created_at", "2026-01-01T00:00:00Z");
  }

  private ObjectNode user() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("login", "bot")
        .put("id", 2)
        .put("url", site)
        .put("html_url", site);
  }

  private static ObjectNode words(String message) {
    return JsonNodeFactory.instance.objectNode().put("message", message);
  }
}
