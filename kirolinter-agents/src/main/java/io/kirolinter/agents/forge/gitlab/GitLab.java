package io.kirolinter.agents.forge.gitlab;

import io.kirolinter.agents.forge.http.ForgeAnswer;
import io.kirolinter.agents.forge.http.ForgeCall;
import io.kirolinter.agents.forge.http.ForgeHttp;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project on GitLab, by its REST interface. */
final class GitLab implements Forge {

  private static final int PAGE = 100;
  private static final int MOST_PAGES = 10;
  private static final int CONFLICT = 409;
  private static final int LONGEST_SENTENCE = 140;

  /** GitLab knows drafts by their titles. */
  private static final String DRAFT = "Draft: ";

  private final ForgeHttp http;
  private final URI api;
  private final ForgeProject project;

  GitLab(ForgeHttp http, URI api, ForgeProject project) {
    this.http = http;
    this.api = api;
    this.project = project;
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
    List<PullRequest> all = new ArrayList<>(pages("?state=opened", MOST_PAGES));
    pages("?state=all&order_by=created_at&sort=desc", 1).stream()
        .filter(one -> !one.isOpen())
        .forEach(all::add);
    return all.stream().filter(one -> one.branch().startsWith(folder + "/")).toList();
  }

  @Override
  public Optional<PullRequest> ofBranch(String branch) {
    return http.retrying(() -> found(branch, "all"));
  }

  private Optional<PullRequest> found(String branch, String state) {
    String query =
        "?state=%s&source_branch=%s&order_by=created_at&sort=desc"
            .formatted(state, encoded(branch));
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
        named ? "username=" + encoded(written.substring(1)) : "search=" + encoded(written);
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
    String wanted = marker + "\n" + text;
    http.retrying(
        () -> {
          Optional<ForeignJson> own = note(known, marker);
          boolean same = own.map(one -> text(one, "body").equals(wanted)).orElse(false);
          return same || said(known, own, Json.write(Map.of("body", wanted)));
        });
  }

  private boolean said(PullRequest known, Optional<ForeignJson> own, String body) {
    String notes = "/merge_requests/" + known.number() + "/notes";
    http.send(
        own.map(one -> at(notes + "/" + one.field("id").as(Long.class)))
            .map(one -> ForgeCall.of("PUT", one, body))
            .orElseGet(() -> ForgeCall.of("POST", at(notes), body)));
    return true;
  }

  private Optional<ForeignJson> note(PullRequest known, String marker) {
    for (int page = 1; page <= MOST_PAGES; page++) {
      String query =
          "/merge_requests/%d/notes?per_page=%d&page=%d".formatted(known.number(), PAGE, page);
      List<ForeignJson> notes = http.send(ForgeCall.get(at(query))).body().items();
      Optional<ForeignJson> own =
          notes.stream().filter(one -> text(one, "body").startsWith(marker)).findFirst();
      if (own.isPresent() || notes.size() < PAGE) {
        return own;
      }
    }
    return Optional.empty();
  }

  @Override
  public void report(CommitCheck check) {
    String sentence = check.sentence();
    String body =
        Json.write(
            Map.of(
                "state",
                check.passed() ? "success" : "failed",
                "name",
                check.name(),
                "description",
                sentence.substring(0, Math.min(LONGEST_SENTENCE, sentence.length()))));
    ForgeCall call = ForgeCall.of("POST", at("/statuses/" + check.commit()), body);
    http.retrying(() -> http.send(call));
  }

  private List<PullRequest> pages(String query, int most) {
    List<PullRequest> all = new ArrayList<>();
    for (int page = 1; page <= most; page++) {
      String one = query + "&per_page=" + PAGE + "&page=" + page;
      List<PullRequest> found = http.retrying(() -> page(one));
      all.addAll(found);
      if (found.size() < PAGE) {
        break;
      }
    }
    return all;
  }

  private List<PullRequest> page(String query) {
    return http.send(ForgeCall.get(at("/merge_requests" + query))).body().items().stream()
        .map(GitLab::pullRequest)
        .toList();
  }

  /** The branch of a fork is another one, whatever it is called: it gets no name. */
  private static PullRequest pullRequest(ForeignJson json) {
    String title = text(json, "title");
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
        text(json, "description"),
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

  private static String text(ForeignJson json, String field) {
    return json.field(field).isThere() ? json.field(field).as(String.class) : "";
  }

  private URI at(String below) {
    return URI.create(api + "/projects/" + encoded(project.path()) + below);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
