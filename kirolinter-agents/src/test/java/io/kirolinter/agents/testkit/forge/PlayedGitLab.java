package io.kirolinter.agents.testkit.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GitLab, as far as it matters here. */
final class PlayedGitLab implements Played {

  private static final Pattern ONE = Pattern.compile("/merge_requests/(\\d+)");
  private static final Pattern NOTES = Pattern.compile("/merge_requests/(\\d+)/notes");
  private static final Pattern NOTE = Pattern.compile("/merge_requests/(\\d+)/notes/(\\d+)");

  private final PlayedState state;
  private final String site;
  private final String project;

  PlayedGitLab(PlayedState state, String site, String project) {
    this.state = state;
    this.site = site;
    this.project = project;
  }

  @Override
  public Answer answer(String method, String path, Map<String, String> query, JsonNode body) {
    if (path.equals("/users")) {
      return people(query);
    }
    String below = path.substring(("/projects/" + project.replace("/", "%2F")).length());
    Matcher one;
    if (below.isEmpty()) {
      return new Answer(
          200, JsonNodeFactory.instance.objectNode().put("id", 1).put("default_branch", "main"));
    }
    if (below.equals("/merge_requests")) {
      return method.equals("GET") ? listed(query) : created(body);
    }
    if ((one = ONE.matcher(below)).matches()) {
      return changed(state.request(one), body);
    }
    if ((one = NOTES.matcher(below)).matches()) {
      return method.equals("GET")
          ? notes(state.request(one))
          : new Answer(201, json(state.say(state.request(one), body)));
    }
    if ((one = NOTE.matcher(below)).matches()) {
      return new Answer(200, json(state.edit(Long.parseLong(one.group(2)), body)));
    }
    state.checks.add(below + " " + body.path("name").asText() + " " + body.path("state").asText());
    return new Answer(201, JsonNodeFactory.instance.objectNode());
  }

  private Answer people(Map<String, String> query) {
    String name =
        query.containsKey("username")
            ? query.get("username")
            : state.peopleByAddress.getOrDefault(query.getOrDefault("search", ""), "");
    ArrayNode found = PlayedRequest.list();
    int id = state.members.indexOf(name);
    if (id >= 0) {
      found.addObject().put("id", id).put("username", name);
    }
    return new Answer(200, found);
  }

  private Answer created(JsonNode body) {
    String branch = body.path("source_branch").asText();
    if (state.isOpen(branch)) {
      ObjectNode words = JsonNodeFactory.instance.objectNode();
      words
          .putArray("message")
          .add("Another open merge request already exists for this source branch: !1");
      return new Answer(409, words);
    }
    return new Answer(
        201,
        json(
            state.open(
                branch,
                body.path("target_branch").asText(),
                body.path("title").asText(),
                body.path("description").asText())));
  }

  private Answer listed(Map<String, String> query) {
    String wanted = query.getOrDefault("state", "all");
    String branch = query.getOrDefault("source_branch", "");
    ArrayNode list = PlayedRequest.list();
    state
        .page(
            query,
            20,
            one ->
                (wanted.equals("all") || wanted.equals(written(one.state)))
                    && (branch.isEmpty() || branch.equals(one.branch)))
        .forEach(one -> list.add(json(one)));
    return new Answer(200, list);
  }

  private Answer changed(PlayedRequest request, JsonNode body) {
    request.title = body.path("title").asText(request.title);
    request.body = body.path("description").asText(request.body);
    if (body.path("state_event").asText().equals("close")) {
      request.state = "closed";
    }
    for (String label : body.path("add_labels").asText("").split(",", -1)) {
      if (!label.isEmpty()) {
        request.labels.add(label);
      }
    }
    body.path("reviewer_ids").forEach(id -> request.reviewers.add(state.members.get(id.asInt())));
    request.edits++;
    return new Answer(200, json(request));
  }

  private Answer notes(PlayedRequest request) {
    ArrayNode list = PlayedRequest.list();
    request.comments.forEach(one -> list.add(json(one)));
    return new Answer(200, list);
  }

  private static ObjectNode json(PlayedRequest.Comment comment) {
    return JsonNodeFactory.instance.objectNode().put("id", comment.id).put("body", comment.body);
  }

  private ObjectNode json(PlayedRequest request) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", 1000 + request.number).put("iid", request.number).put("project_id", 1);
    json.put("title", request.title).put("description", request.body);
    json.put("state", written(request.state)).put("created_at", request.openedAt);
    json.put("source_branch", request.branch).put("target_branch", request.target);
    json.put("source_project_id", 1).put("target_project_id", 1);
    json.put("sha", state.head(request));
    return json.put("web_url", site + "/" + project + "/-/merge_requests/" + request.number);
  }

  private static String written(String state) {
    return state.equals("open") ? "opened" : state;
  }
}
