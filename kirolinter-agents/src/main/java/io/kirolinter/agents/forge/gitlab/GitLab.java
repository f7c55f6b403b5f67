package io.kirolinter.agents.forge.gitlab;

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
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.run.Publication;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project on GitLab, by its REST interface. */
final class GitLab implements Forge {

  private static final int CONFLICT = 409;

  /** GitLab knows drafts by their titles. */
  private static final String DRAFT = "Draft: ";

  private final ForgeHttp http;
  private final URI api;
  private final ForgeProject project;
  private final ForgePages pages;

  GitLab(ForgeHttp http, URI api, ForgeProject project) {
    this.http = http;
    this.api = api;
    this.project = project;
    pages = new ForgePages(http);
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
    URI newest = at("/merge_requests?state=all&order_by=created_at&sort=desc");
    return ForgeJson.each(
        folder, known(pages.all(at("/merge_requests?state=opened"))), known(pages.first(newest)));
  }

  @Override
  public Optional<PullRequest> ofBranch(String branch) {
    return http.retrying(() -> found(branch, "all"));
  }

  private Optional<PullRequest> found(String branch, String state) {
    String query =
        "?state=%s&source_branch=%s&order_by=created_at&sort=desc"
            .formatted(state, ForgeJson.encoded(branch));
    return page(query).stream().filter(one -> one.branch().equals(branch)).findFirst();
  }

  @Override
  public PullRequest open(PullRequestDraft draft) {
    return http.retrying(() -> found(draft.branch(), "opened").orElseGet(() -> created(draft)));
  }

  private PullRequest created(PullRequestDraft draft) {
    String body =
        Json.write(
            Map.of(
                "source_branch", draft.branch(),
                "target_branch", draft.target(),
                "title", titled(draft.publication(), draft.title()),
                "description", draft.body(),
                "remove_source_branch", true));
    ForgeAnswer answer =
        http.send(ForgeCall.of("POST", at("/merge_requests"), body).accepting(CONFLICT));
    return answer.status() == CONFLICT
        ? found(draft.branch(), "opened").orElseThrow(() -> notOpened(draft))
        : pullRequest(answer.body());
  }

  private WorkFailedException notOpened(PullRequestDraft draft) {
    return new WorkFailedException(
        ErrorMessage.cannot("open", "merge request for", draft.branch())
            .found(project() + " says that there is one, and shows none")
            .expected("a branch without a merge request")
            .remedy("Look at the branch there; the next run tries again."));
  }

  @Override
  public PullRequest edit(PullRequest known, String title, String body) {
    return changed(known, Map.of("title", titled(known.publication(), title), "description", body));
  }

  @Override
  public void close(PullRequest known) {
    if (known.isOpen()) {
      changed(known, Map.of("state_event", "close"));
    }
  }

  @Override
  public void label(PullRequest known, List<String> labels) {
    changed(known, Map.of("add_labels", String.join(",", labels)));
  }

  /** GitLab asks people, and no groups. */
  @Override
  public List<String> askReview(PullRequest known, Reviewers reviewers) {
    List<User> people = users(reviewers.owners());
    if (people.isEmpty()) {
      people = users(reviewers.authors());
    }
    if (!people.isEmpty()) {
      changed(known, Map.of("reviewer_ids", people.stream().map(User::id).toList()));
    }
    return people.stream().map(user -> "@" + user.name()).toList();
  }

  private record User(long id, String name) {}

  private List<User> users(List<String> written) {
    return written.stream().flatMap(one -> user(one).stream()).distinct().toList();
  }

  private Optional<User> user(String written) {
    boolean named = written.startsWith("@");
    String query =
        named
            ? "username=" + ForgeJson.encoded(written.substring(1))
            : "search=" + ForgeJson.encoded(written);
    if (named && written.contains("/")) {
      return Optional.empty();
    }
    ForgeCall call = ForgeCall.get(URI.create(api + "/users?" + query));
    List<ForeignJson> found = http.retrying(() -> http.send(call)).body().items();
    return found.size() == 1
        ? Optional.of(
            new User(
                found.get(0).field("id").as(Long.class),
                found.get(0).field("username").as(String.class)))
        : Optional.empty();
  }

  private PullRequest changed(PullRequest known, Map<String, Object> fields) {
    ForgeCall call =
        ForgeCall.of("PUT", at("/merge_requests/" + known.number()), Json.write(fields));
    return http.retrying(() -> pullRequest(http.send(call).body()));
  }

  @Override
  public void comment(PullRequest known, String marker, String text) {
    String notes = "/merge_requests/" + known.number() + "/notes";
    new StickyComment(http, at(notes), id -> at(notes + "/" + id), "PUT").say(marker, text);
  }

  @Override
  public void report(CommitCheck check) {
    String body =
        Json.write(
            Map.of(
                "state",
                check.passed() ? "success" : "failed",
                "name",
                check.name(),
                "description",
                check.shown()));
    ForgeCall call = ForgeCall.of("POST", at("/statuses/" + check.commit()), body);
    http.retrying(() -> http.send(call));
  }

  private List<PullRequest> page(String query) {
    return known(http.send(ForgeCall.get(at("/merge_requests" + query))).body().items());
  }

  private static List<PullRequest> known(List<ForeignJson> items) {
    return items.stream().map(GitLab::pullRequest).toList();
  }

  /** The branch of a fork is another one, whatever it is called: it gets no name. */
  private static PullRequest pullRequest(ForeignJson json) {
    String title = ForgeJson.text(json, "title");
    boolean own =
        json.field("source_project_id").isThere()
            && json.field("source_project_id")
                .as(Long.class)
                .equals(json.field("target_project_id").as(Long.class));
    return new PullRequest(
        json.field("iid").as(Long.class),
        json.field("web_url").as(String.class),
        own ? json.field("source_branch").as(String.class) : "",
        json.field("sha").isThere()
            ? Optional.of(json.field("sha").as(CommitId.class))
            : Optional.empty(),
        state(json.field("state").as(String.class)),
        title.startsWith(DRAFT) ? Publication.DRAFT : Publication.READY,
        title.startsWith(DRAFT) ? title.substring(DRAFT.length()) : title,
        ForgeJson.text(json, "description"),
        OffsetDateTime.parse(json.field("created_at").as(String.class)).toInstant());
  }

  private static PullRequest.State state(String written) {
    return switch (written) {
      case "opened", "locked" -> PullRequest.State.OPEN;
      case "merged" -> PullRequest.State.MERGED;
      default -> PullRequest.State.CLOSED;
    };
  }

  private static String titled(Publication publication, String title) {
    return publication == Publication.DRAFT ? DRAFT + title : title;
  }

  private URI at(String below) {
    return URI.create(api + "/projects/" + ForgeJson.encoded(project.path()) + below);
  }
}
