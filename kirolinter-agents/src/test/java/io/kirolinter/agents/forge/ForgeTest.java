package io.kirolinter.agents.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.forge.github.GitHubProvider;
import io.kirolinter.agents.forge.gitlab.GitLabProvider;
import io.kirolinter.agents.forge.http.ForgeHttp.ForgeLimits;
import io.kirolinter.agents.retry.Retries;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.agents.testkit.forge.ForgeServer;
import io.kirolinter.agents.testkit.forge.ForgeServer.Kind;
import io.kirolinter.agents.testkit.forge.PlayedRequest;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.forge.CommitCheck;
import io.kirolinter.core.forge.Forge;
import io.kirolinter.core.forge.ForgeConnection;
import io.kirolinter.core.forge.ForgeProject;
import io.kirolinter.core.forge.ForgeProvider;
import io.kirolinter.core.forge.PullRequest;
import io.kirolinter.core.forge.PullRequestDraft;
import io.kirolinter.core.forge.Reviewers;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.run.Publication;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.secret.Secret;
import io.kirolinter.core.testkit.SettableClock;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Both forges, played by a server that checks every request against the forge's description. */
class ForgeTest {

  private static final String BRANCH = "kirolinter/20261122-181530-4f2ac1";
  private static final String MARKER = "<!-- m -->";

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
  private final List<Duration> waits = new ArrayList<>();

  @TempDir Path temp;
  private ForgeServer server;
  private CommitId head;

  private Forge start(Kind kind) {
    return start(kind, ForgeServer.TOKEN, Duration.ofSeconds(20));
  }

  private Forge start(Kind kind, String token, Duration attempt) {
    server = ForgeServer.start(kind, temp.resolve("server"), clock::instant);
    TestRepository made = TestRepository.init(temp.resolve("made"));
    head = made.write("A.java", "class A {}\n").commit("first");
    made.git("push", "--quiet", server.repository().toString(), "HEAD:main", "HEAD:" + BRANCH);
    ForgeLimits limits =
        new ForgeLimits(Retries.by(RetryPolicy.standard(), () -> 0, waits::add), attempt, clock);
    ForgeProvider provider =
        kind == Kind.GITHUB ? new GitHubProvider(limits) : new GitLabProvider(limits);
    ForgeProject project = ForgeProject.of(server.url()).orElseThrow();
    return provider.connect(new ForgeConnection(project, Optional.empty(), Secret.of(token)));
  }

  @AfterEach
  void everyRequestAndAnswerIsAsTheForgeDescribesIt() {
    server.close();
    assertThat(server.violations()).isEmpty();
  }

  private static PullRequestDraft draft() {
    return new PullRequestDraft(BRANCH, "main", "Fix ü", "Body.", Publication.DRAFT);
  }

  @ParameterizedTest
  @EnumSource
  void opensADraftOnceHoweverOftenItIsAskedTo(Kind kind) {
    Forge forge = start(kind);

    PullRequest first = forge.open(draft());

    assertThat(forge.open(draft())).isEqualTo(first);
    assertThat(first.title()).isEqualTo("Fix ü");
    assertThat(first.publication()).isEqualTo(Publication.DRAFT);
    assertThat(first.head()).contains(head);
    assertThat(first.openedAt()).isEqualTo(clock.instant());
    assertThat(server.state().requests).hasSize(1);
    assertThat(forge.ofBranch(BRANCH)).contains(first);
    assertThat(forge.ofBranch("kirolinter/other")).isEmpty();
    assertThat(forge.pullRequests("kirolinter")).containsExactly(first);
    assertThat(forge.pullRequests("other")).isEmpty();
    assertThat(forge.defaultBranch()).isEqualTo("main");
    assertThat(forge.project()).isEqualTo("127.0.0.1/acme/tool");
  }

  @ParameterizedTest
  @EnumSource
  void opensOneOnlyWhereTheAnswerToTheFirstIsLost(Kind kind) {
    Forge forge = start(kind);
    server.spoiling("POST", place(kind), ForgeServer.cutAfterwards());

    PullRequest opened = forge.open(draft());

    assertThat(opened.number()).isEqualTo(1);
    assertThat(server.state().requests).hasSize(1);
  }

  /** Another run, on another machine, was faster: the forge says 409 or 422. */
  @ParameterizedTest
  @EnumSource
  void takesTheOneThatWasOpenedBetweenTheLookAndTheCall(Kind kind) {
    Forge forge = start(kind);
    server.spoiling(
        "POST",
        place(kind),
        ForgeServer.after(() -> server.state().open(BRANCH, "main", "Theirs", "Theirs.")));

    PullRequest opened = forge.open(draft());

    assertThat(opened.title()).isEqualTo("Theirs");
    assertThat(server.state().requests).hasSize(1);
    assertThat(waits).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void saysThatTheForgeHasOneWhichItDoesNotShow(Kind kind) {
    Forge forge = start(kind);
    int status = kind == Kind.GITHUB ? 422 : 409;
    server.spoiling("POST", place(kind), ForgeServer.status(status, "one already exists"));

    assertThatThrownBy(() -> forge.open(draft()))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining(BRANCH)
        .hasMessageContaining("the next run tries again");
    assertThat(waits).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GITHUB,409", "GITHUB,422", "GITLAB,409", "GITLAB,422"})
  void isNoWiserTheSecondTimeWhereTheForgeRefusesAnEdit(Kind kind, int status) {
    Forge forge = start(kind);
    PullRequest opened = forge.open(draft());
    server.spoiling(
        kind == Kind.GITHUB ? "PATCH" : "PUT", "/1", ForgeServer.status(status, "not like this"));

    assertThatThrownBy(() -> forge.edit(opened, "Other", "New."))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("answered " + status + ": not like this")
        .hasMessageContaining("a request that the forge takes");
    assertThat(waits).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void editsOnceMoreWhereTheAnswerIsLost(Kind kind) {
    Forge forge = start(kind);
    PullRequest opened = forge.open(draft());
    String method = kind == Kind.GITHUB ? "PATCH" : "PUT";
    server.spoiling(method, "/1", ForgeServer.cutAfterwards());
    server.spoiling(method, "/1", ForgeServer.status(502, "bad gateway"));

    assertThat(forge.edit(opened, "Other", "New.").title()).isEqualTo("Other");

    assertThat(server.state().requests).singleElement().matches(one -> one.body.equals("New."));
    assertThat(waits).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void tellsOnceOfOneThatIsClosedWhileTheListsAreRead(Kind kind) {
    Forge forge = start(kind);
    PullRequest opened = forge.open(draft());
    server.spoiling("GET", place(kind), ForgeServer.after(() -> {}));
    server.spoiling("GET", place(kind), ForgeServer.after(() -> forge.close(opened)));

    assertThat(forge.pullRequests("kirolinter"))
        .singleElement()
        .matches(one -> one.state() == PullRequest.State.CLOSED);
  }

  @ParameterizedTest
  @EnumSource
  void readsListsOfMoreThanOnePageThoughAPageIsLostOnTheWay(Kind kind) {
    Forge forge = start(kind);
    for (int i = 0; i < 101; i++) {
      server.state().open("kirolinter/" + i, "main", "T", "B");
    }
    server.spoiling("GET", place(kind), ForgeServer.cutAfterwards());

    assertThat(forge.pullRequests("kirolinter")).hasSize(101).doesNotHaveDuplicates();
  }

  private static String place(Kind kind) {
    return kind == Kind.GITHUB ? "/pulls" : "/merge_requests";
  }

  @ParameterizedTest
  @EnumSource
  void editsLabelsAndCloses(Kind kind) {
    Forge forge = start(kind);
    PullRequest opened = forge.open(draft());

    PullRequest edited = forge.edit(opened, "Other", "New.");
    forge.label(opened, List.of("kirolinter", "performance"));
    forge.close(edited);

    assertThat(edited.title()).isEqualTo("Other");
    assertThat(edited.publication()).isEqualTo(Publication.DRAFT);
    PlayedRequest there = server.state().requests.get(0);
    assertThat(there.body).isEqualTo("New.");
    assertThat(there.labels).containsExactly("kirolinter", "performance");
    assertThat(forge.ofBranch(BRANCH).orElseThrow().state()).isEqualTo(PullRequest.State.CLOSED);
    assertThat(forge.pullRequests("kirolinter")).singleElement().matches(one -> !one.isOpen());
    there.state = "merged";
    assertThat(forge.ofBranch(BRANCH).orElseThrow().state()).isEqualTo(PullRequest.State.MERGED);
  }

  @ParameterizedTest
  @EnumSource
  void keepsOneCommentAndEditsItOnlyWhenItChanges(Kind kind) {
    Forge forge = start(kind);
    PullRequest opened = forge.open(draft());

    forge.comment(opened, MARKER, "One.");
    forge.comment(opened, MARKER, "One.");
    PlayedRequest.Comment comment = server.state().requests.get(0).comments.get(0);
    assertThat(comment.edits).isZero();
    forge.comment(opened, MARKER, "Two.");

    assertThat(server.state().requests.get(0).comments).hasSize(1);
    assertThat(comment.body).isEqualTo(MARKER + "\nTwo.");
    assertThat(comment.edits).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void commentsOnceWhereTheAnswerToTheFirstIsLost(Kind kind) {
    Forge forge = start(kind);
    PullRequest opened = forge.open(draft());
    server.spoiling(
        "POST", kind == Kind.GITHUB ? "/comments" : "/notes", ForgeServer.cutAfterwards());

    forge.comment(opened, MARKER, "One.");

    assertThat(server.state().requests.get(0).comments).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void asksTheOwnersWhomTheForgeKnows(Kind kind) {
    Forge forge = start(kind);
    server.state().members.addAll(List.of("ada", "core"));
    PullRequest opened = forge.open(draft());

    List<String> asked =
        forge.askReview(
            opened,
            new Reviewers(
                List.of("@ada", "@nobody", "@acme/core", "@else/where"), List.of("bob@x.org")));

    assertThat(asked)
        .isEqualTo(kind == Kind.GITHUB ? List.of("@ada", "@acme/core") : List.of("@ada"));
    assertThat(server.state().requests.get(0).reviewers).contains("ada");
  }

  @ParameterizedTest
  @EnumSource
  void asksThoseWhoChangedTheFilesWhereNoOwnerIsKnown(Kind kind) {
    Forge forge = start(kind);
    server.state().members.addAll(List.of("ada", "eve"));
    server.state().peopleByAddress.put("ada@x.org", "ada");
    PullRequest opened = forge.open(draft());

    List<String> asked =
        forge.askReview(
            opened, new Reviewers(List.of("who@x.org"), List.of("ada@x.org", "no@x.org")));

    assertThat(asked).containsExactly("@ada");
  }

  @Test
  void knowsTheHiddenAddressesOfGitHub() {
    Forge forge = start(Kind.GITHUB);
    server.state().members.add("eve");

    List<String> asked =
        forge.askReview(
            forge.open(draft()),
            new Reviewers(List.of(), List.of("123+eve@users.noreply.github.com")));

    assertThat(asked).containsExactly("@eve");
  }

  @ParameterizedTest
  @EnumSource
  void showsACheckBesideTheCommit(Kind kind) {
    Forge forge = start(kind);

    forge.report(new CommitCheck(head, "kirolinter", true, "x".repeat(200)));

    assertThat(server.state().checks).containsExactly("/statuses/" + head + " kirolinter success");
  }

  @Test
  void uploadsFindingsToGitHubAsGzipInBase64() throws Exception {
    Forge forge = start(Kind.GITHUB);

    assertThat(forge.upload(head, "main", "{\"version\":\"2.1.0\"}")).isTrue();

    byte[] packed = Base64.getDecoder().decode(server.state().uploads.get(0));
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertThat(new String(gzip.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("{\"version\":\"2.1.0\"}");
    }
    server.state().takesFindings = false;
    assertThat(forge.upload(head, "main", "{}")).isFalse();
  }

  @Test
  void opensNoDraftWhereThereAreNone() {
    Forge forge = start(Kind.GITHUB);
    server.state().takesDrafts = false;

    assertThat(forge.open(draft()).publication()).isEqualTo(Publication.READY);
  }

  @Test
  void saysWhyGitHubRefusesAPullRequest() {
    Forge forge = start(Kind.GITHUB);

    assertThatThrownBy(
            () ->
                forge.open(
                    new PullRequestDraft("kirolinter/x", "main", "T", "", Publication.READY)))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("head is invalid");
  }

  @ParameterizedTest
  @EnumSource
  void refusesATokenThatIsNotInForceAndNeverShowsIt(Kind kind) {
    Forge forge = start(kind, "wr0ng-t0ken-9876543210", Duration.ofSeconds(20));

    assertThatThrownBy(forge::defaultBranch)
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("answered 401: Bad credentials")
        .hasMessageContaining("token that is still in force")
        .hasMessageNotContaining("wr0ng");
  }

  @ParameterizedTest
  @EnumSource
  void hidesATokenThatTheForgeRepeats(Kind kind) {
    Forge forge = start(kind);
    server.spoiling("GET", "", ForgeServer.status(404, "no " + ForgeServer.TOKEN + " here"));

    assertThatThrownBy(forge::defaultBranch)
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("answered 404")
        .hasMessageContaining("a project that the token can see")
        .hasMessageNotContaining(ForgeServer.TOKEN);
  }

  @ParameterizedTest
  @EnumSource
  void waitsAsLongAsItIsToldToAndGoesOn(Kind kind) {
    Forge forge = start(kind);
    server.spoiling("GET", "", ForgeServer.status(429, "slow down", "Retry-After", "7"));
    server.spoiling("GET", "", ForgeServer.status(503, "", "Retry-After", "9"));

    assertThat(forge.defaultBranch()).isEqualTo("main");

    assertThat(waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(9));
  }

  /** GitLab says so by 429, proxies before it by 403. */
  @ParameterizedTest
  @CsvSource({"GITHUB,403,x-", "GITHUB,429,x-", "GITLAB,429,''", "GITLAB,403,''"})
  void saysUntilWhenItsRateLimitLasts(Kind kind, int status, String start) {
    Forge forge = start(kind);
    String reset = String.valueOf(clock.instant().plusSeconds(3_000).getEpochSecond());
    server.spoiling(
        "GET",
        "",
        ForgeServer.status(
            status,
            "API rate limit exceeded",
            start + "ratelimit-remaining",
            "0",
            start + "ratelimit-reset",
            reset));

    assertThatThrownBy(forge::defaultBranch)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("called too often, until 2026-11-22T19:05:30Z");
    assertThat(waits).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void tellsALackOfRightsFromARateLimit(Kind kind) {
    Forge forge = start(kind);
    server.spoiling("GET", "", ForgeServer.status(403, "Resource not accessible"));

    assertThatThrownBy(forge::defaultBranch)
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("a token that may write pull requests");
  }

  @ParameterizedTest
  @EnumSource
  void givesUpOnAForgeThatStaysAway(Kind kind) {
    Forge forge = start(kind);
    server.setAway(true);

    assertThatThrownBy(forge::defaultBranch)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("answered 503")
        .hasMessageContaining("the next run goes on");
    assertThat(waits).hasSize(2);
    server.close();
    assertThatThrownBy(forge::defaultBranch)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Cannot reach forge '127.0.0.1/acme/tool'");
  }

  @ParameterizedTest
  @EnumSource
  void doesNotWaitForAForgeThatSaysNothing(Kind kind) {
    Forge forge = start(kind, ForgeServer.TOKEN, Duration.ofMillis(300));
    for (int i = 0; i < 3; i++) {
      server.spoiling("GET", "", server.silence());
    }

    assertThatThrownBy(forge::defaultBranch)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Cannot reach forge");
  }

  @ParameterizedTest
  @EnumSource
  void takesAnAnswerThatIsNoJsonForABusyForge(Kind kind) {
    Forge forge = start(kind);
    server.spoiling(
        "GET",
        "",
        (exchange, usual) -> {
          exchange.sendResponseHeaders(200, 6);
          exchange.getResponseBody().write("<html>".getBytes(StandardCharsets.US_ASCII));
        });

    assertThat(forge.defaultBranch()).isEqualTo("main");
  }

  @Test
  void knowsWhereTheInterfacesAre() {
    start(Kind.GITHUB);
    ForgeLimits limits =
        new ForgeLimits(
            Retries.by(RetryPolicy.never(), () -> 0, waits::add), Duration.ofSeconds(1), clock);
    GitHubProvider gitHub = new GitHubProvider(limits);
    assertThat(gitHub.isAt("github.com")).isTrue();
    assertThat(gitHub.isAt("acme.ghe.com")).isTrue();
    assertThat(gitHub.isAt("git.example.org")).isFalse();
    assertThat(new GitLabProvider(limits).isAt("gitlab.example.org")).isTrue();
    assertThat(ForgeProject.of("git@github.com:acme/tool.git"))
        .contains(new ForgeProject(URI.create("https://github.com"), "acme/tool"));
    assertThat(ForgeProject.of("ssh://git@Git.Example.org:2222/a/b/c.git/"))
        .contains(new ForgeProject(URI.create("https://git.example.org"), "a/b/c"));
    assertThat(ForgeProject.of("https://u:p@host:8443/a/b").orElseThrow().site())
        .isEqualTo(URI.create("https://host:8443"));
    assertThat(ForgeProject.of("/srv/git/a.git")).isEmpty();
    assertThat(ForgeProject.of("file:///srv/git/a.git")).isEmpty();
    assertThat(ForgeProject.of("https://host/alone")).isEmpty();
  }
}
