package io.kirolinter.agents.forge.github;

import io.kirolinter.agents.forge.http.ForgeAnswer;
import io.kirolinter.agents.forge.http.ForgeCall;
import io.kirolinter.agents.forge.http.ForgeHttp;
import io.kirolinter.agents.forge.http.ForgeJson;
import io.kirolinter.agents.forge.http.ForgePages;
import io.kirolinter.agents.forge.http.StickyComment;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.forge.CommitCheck;
import io.kirolinter.core.forge.Forge;
import io.kirolinter.core.forge.ForgeProject;
import io.kirolinter.core.forge.PullRequest;
import io.kirolinter.core.forge.PullRequestDraft;
import io.kirolinter.core.forge.Reviewers;
import io.kirolinter.core.json.ForeignJson;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.memory.Redaction;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.run.Publication;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A project on GitHub, by its REST interface. */
final class GitHub implements Forge {

  private static final int INVALID = 422;
  private static final Set<Integer> NO_CODE_SCANNING = Set.of(403, 404);

  private final ForgeHttp http;
  private final URI api;
  private final ForgeProject project;
  private final ForgePages pages;
  private final GitHubReviewers reviewers;

  GitHub(ForgeHttp http, URI api, ForgeProject project) {
    this.http = http;
    this.api = api;
    this.project = project;
    pages = new ForgePages(http);
    reviewers = new GitHubReviewers(http, this::at, owner());
  }

  @Override
  public String project() {
    return project.shown();
  }

  @Override
  public String defaultBranch() {
    return http.retrying(
        () -> http.send(ForgeCall.get(at(""))).body().field("default_branch").as(String.class));
  }

  @Override
  public List<PullRequest> pullRequests(String folder) {
    URI closed = at("/pulls?state=closed&sort=created&direction=desc");
    return ForgeJson.each(
        folder, known(pages.all(at("/pulls?state=open"))), known(pages.first(closed)));
  }

  @Override
  public Optional<PullRequest> ofBranch(String branch) {
    return http.retrying(() -> found(branch, "all"));
  }

  private Optional<PullRequest> found(String branch, String state) {
    String query =
        "/pulls?state=%s&head=%s&sort=created&direction=desc&per_page=10"
            .formatted(state, ForgeJson.encoded(owner() + ":" + branch));
    return page(query).stream().filter(one -> one.branch().equals(branch)).findFirst();
  }

  @Override
  public PullRequest open(PullRequestDraft draft) {
    return http.retrying(
        () ->
            found(draft.branch(), "open")
                .orElseGet(() -> created(draft, draft.publication() == Publication.DRAFT)));
  }

  private PullRequest created(PullRequestDraft draft, boolean asDraft) {
    String body =
        Json.write(
            Map.of(
                "title", draft.title(),
                "body", draft.body(),
                "head", draft.branch(),
                "base", draft.target(),
                "draft", asDraft));
    ForgeAnswer answer = http.send(ForgeCall.of("POST", at("/pulls"), body).accepting(INVALID));
    if (answer.status() != INVALID) {
      return pullRequest(answer.body());
    }
    String words = answer.body().isThere() ? answer.body().json() : "";
    if (asDraft && words.toLowerCase(Locale.ROOT).contains("draft")) {
      return created(draft, false); // this project has none
    }
    return found(draft.branch(), "open").orElseThrow(() -> notOpened(draft, words));
  }

  private WorkFailedException notOpened(PullRequestDraft draft, String words) {
    return new WorkFailedException(
        ErrorMessage.cannot("open", "pull request for", draft.branch())
            .found(project() + " refused it: " + Redaction.of(words))
            .expected("a branch with commits that " + draft.target() + " does not have")
            .remedy("Mend what the forge says; the next run tries again."));
  }

  @Override
  public PullRequest edit(PullRequest known, String title, String body) {
    return changed(known, Map.of("title", title, "body", body));
  }

  @Override
  public void close(PullRequest known) {
    changed(known, Map.of("state", "closed"));
  }

  private PullRequest changed(PullRequest known, Map<String, String> fields) {
    ForgeCall call = ForgeCall.of("PATCH", at("/pulls/" + known.number()), Json.write(fields));
    return http.retrying(() -> pullRequest(http.send(call).body()));
  }

  @Override
  public void comment(PullRequest known, String marker, String text) {
    new StickyComment(
            http,
            at("/issues/" + known.number() + "/comments"),
            id -> at("/issues/comments/" + id),
            "PATCH")
        .say(marker, text);
  }

  @Override
  public void label(PullRequest known, List<String> labels) {
    ForgeCall call =
        ForgeCall.of(
            "POST",
            at("/issues/" + known.number() + "/labels"),
            Json.write(Map.of("labels", labels)));
    http.retrying(() -> http.send(call));
  }

  @Override
  public List<String> askReview(PullRequest known, Reviewers wanted) {
    return reviewers.ask(known, wanted);
  }

  @Override
  public void report(CommitCheck check) {
    String body =
        Json.write(
            Map.of(
                "state",
                check.passed() ? "success" : "failure",
                "context",
                check.name(),
                "description",
                check.shown()));
    ForgeCall call = ForgeCall.of("POST", at("/statuses/" + check.commit()), body);
    http.retrying(() -> http.send(call));
  }

  @Override
  public boolean upload(CommitId commit, String branch, String sarif) {
    String body =
        Json.write(
            Map.of(
                "commit_sha",
                commit.value(),
                "ref",
                "refs/heads/" + branch,
                "sarif",
                PackedSarif.of(sarif),
                "tool_name",
                "KiroLinter"));
    ForgeCall call =
        ForgeCall.of("POST", at("/code-scanning/sarifs"), body)
            .accepting(NO_CODE_SCANNING.toArray(Integer[]::new));
    return !NO_CODE_SCANNING.contains(http.retrying(() -> http.send(call)).status());
  }

  private List<PullRequest> page(String query) {
    return known(http.send(ForgeCall.get(at(query))).body().items());
  }

  private List<PullRequest> known(List<ForeignJson> items) {
    return items.stream().map(this::pullRequest).toList();
  }

  private PullRequest pullRequest(ForeignJson json) {
    ForeignJson head = json.field("head");
    boolean own = ForgeJson.text(head.field("repo"), "full_name").equalsIgnoreCase(project.path());
    return new PullRequest(
        json.field("number").as(Long.class),
        json.field("html_url").as(String.class),
        own ? head.field("ref").as(String.class) : "",
        Optional.of(head.field("sha").as(CommitId.class)),
        state(json),
        json.field("draft").isThere() && json.field("draft").as(Boolean.class)
            ? Publication.DRAFT
            : Publication.READY,
        ForgeJson.text(json, "title"),
        ForgeJson.text(json, "body"),
        json.field("created_at").as(Instant.class));
  }

  private static PullRequest.State state(ForeignJson json) {
    if (json.field("state").as(String.class).equals("open")) {
      return PullRequest.State.OPEN;
    }
    return json.field("merged_at").isThere() ? PullRequest.State.MERGED : PullRequest.State.CLOSED;
  }

  private String owner() {
    return project.path().substring(0, project.path().indexOf('/'));
  }

  private URI at(String below) {
    return URI.create(api + "/repos/" + project.path() + below);
  }
}
