package io.kirolinter.agents.notify;

import static io.kirolinter.agents.testkit.SampleFindings.finding;
import static io.kirolinter.agents.testkit.SampleFindings.review;
import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.notify.mail.MailHost;
import io.kirolinter.agents.notify.mail.MailHost.Taken;
import io.kirolinter.agents.notify.mail.MailTrust;
import io.kirolinter.agents.notify.secret.SecretStore;
import io.kirolinter.agents.notify.web.HookServer;
import io.kirolinter.agents.retry.Retries;
import io.kirolinter.agents.review.ReviewNames;
import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.Notices;
import io.kirolinter.core.artifact.Notices.Notice;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.settings.MailServer.Encryption;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.settings.SettingsReader;
import io.kirolinter.core.step.StepResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifyOutsideTest {

  private static final String RUN = "20261122-181530-4f2ac1";
  private static final String HOOK = "notify: [{channel: webhook, url-env: HOOK}]\n";

  @TempDir Path temp;
  private final HookServer server = HookServer.start();
  private final Map<String, String> variables =
      new HashMap<>(Map.of("HOOK", server.url().reveal(), "MAIL_PASSWORD", MailHost.PASSWORD));
  private final Set<String> trusted = new HashSet<>();
  private Optional<TestContext> open = Optional.empty();

  @AfterEach
  void stop() {
    open.ifPresent(TestContext::close);
    server.close();
  }

  @Test
  void tellsWhomTheUserNames() {
    StepResult.Done done = done(HOOK, context(""), grave("A.java"));

    assertThat(server.received()).hasSize(1);
    Notice notice = ((Notices) done.artifact().orElseThrow()).sent().get(0);
    assertThat(notice.id()).matches(RUN + "-notice-webhook-[0-9a-f]{12}");
    assertThat(notice.channel()).isEqualTo("webhook");
    assertThat(notice.destination()).isEqualTo("localhost");
    assertThat(server.received().get(0).headers()).containsEntry("webhook-id", notice.id());
  }

  @Test
  void tellsNobodyWhomOnlyAnUntrustedRepositoryNames() {
    StepResult result = run("", context(HOOK), grave("A.java"));

    assertThat(result)
        .isEqualTo(
            StepResult.nothingToDo(
                "nobody wants to know of what was found; not told over webhook: .kirolinter.yaml"
                    + " names it, and is not trusted (kirolinter config trust)"));
    assertThat(server.received()).isEmpty();
  }

  @Test
  void tellsWhomATrustedRepositoryNames() {
    trusted.add("notify webhook, severity low, url variable HOOK");

    done("", context(HOOK), grave("A.java"));

    assertThat(server.received()).hasSize(1);
  }

  @Test
  void joinsTwoEntriesForOnePlaceIntoOneMessage() {
    String twice =
        """
        notify:
          - {channel: slack, url-env: HOOK, severity: critical}
          - {channel: slack, url-env: HOOK, owners: ["@a"]}
        """;
    TestContext context = context("", "CODEOWNERS", "A.java @a\n");

    done(
        twice,
        context,
        review(
            finding("grave", Severity.LOW, "A.java", 1),
            finding("grave", Severity.CRITICAL, "B.java", 2),
            finding("grave", Severity.LOW, "C.java", 3)));

    assertThat(server.received()).hasSize(1);
    assertThat(server.received().get(0).body())
        .contains("A.java:1", "B.java:2")
        .doesNotContain("C.java:3");
  }

  @Test
  void tellsNothingToAPlaceThatWantsNothingOfIt() {
    String critical = "notify: [{channel: teams, url-env: HOOK, severity: critical}]";

    assertThat(run(critical, context(""), grave("A.java")))
        .isEqualTo(StepResult.nothingToDo("nobody wants to know of what was found"));
  }

  @Test
  void saysWhyASecretIsNotThereAndTellsItLater() {
    String url = variables.remove("HOOK");
    TestContext context = context("");

    assertThat(run(HOOK, context, grave("A.java")))
        .isInstanceOf(StepResult.Refused.class)
        .extracting(StepResult::summary)
        .asString()
        .contains("webhook was not told: Cannot use secret in variable 'HOOK'");

    variables.put("HOOK", url);
    done(HOOK, context, grave("A.java"));
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void keepsNoSecretAnywhere() {
    server.answering(HookServer.status(404));
    TestContext context = context("");
    String trouble = run(HOOK, context, grave("A.java")).summary();
    StepResult.Done done = done(HOOK, context, grave("A.java"));

    String kept =
        trouble
            + done.summary()
            + Json.write(done.artifact().orElseThrow())
            + context.memory().observations(context.repository().id(), "notice", 9);
    assertThat(kept).contains("localhost").doesNotContain("T0KEN");
  }

  @Test
  void mailsEachOwnerAndAuthorTheirOwnFindingsAndNoStranger() {
    try (MailHost host = MailHost.start(temp, Encryption.STARTTLS)) {
      String settings =
          """
          notify:
            - channel: email
              host: localhost
              port: %d
              user: robot
              password-env: MAIL_PASSWORD
              from: robot@example.org
              to: [owners, authors, lead@example.net, "@team"]
              addresses: {"@bob": bob@example.com, "@team": team@example.org}
          """
              .formatted(host.settings().port());
      TestContext context =
          context("", "CODEOWNERS", "A.java @bob\nB.java eve@elsewhere.example @eve @team\n");

      StepResult.Done done =
          run(
              settings,
              context,
              review(
                  finding("grave", Severity.HIGH, "A.java", 1),
                  finding("grave", Severity.HIGH, "B.java", 2)),
              host.trust());

      assertThat(host.taken().stream().map(Taken::to))
          .containsExactlyInAnyOrder(
              "bob@example.com", "lead@example.net", "team@example.org", "ada@example.org");
      assertThat(mailTo(host, "bob@example.com")).contains("A.java:1").doesNotContain("B.java:2");
      assertThat(mailTo(host, "team@example.org")).contains("B.java:2").doesNotContain("A.java:1");
      assertThat(mailTo(host, "lead@example.net")).contains("A.java:1", "B.java:2");
      assertThat(mailTo(host, "ada@example.org")).contains("A.java:1").doesNotContain("B.java:2");
      assertThat(done.summary())
          .contains("told email to bob@example.com, ")
          .endsWith("; email: no address to use is known for @eve, eve@elsewhere.example");
    }
  }

  @Test
  void mailsNoMoreThanFiftyPeople() {
    StringBuilder owners = new StringBuilder("*");
    for (int i = 0; i < 60; i++) {
      owners.append(" p").append(i).append("@example.org");
    }
    try (MailHost host = MailHost.start(temp, Encryption.STARTTLS)) {
      String settings =
          "notify: [{channel: email, host: localhost, port: %d, user: robot, to: [owners],"
                  .formatted(host.settings().port())
              + " password-env: MAIL_PASSWORD, from: r@example.org}]";

      StepResult.Done done =
          run(
              settings,
              context("", "CODEOWNERS", owners.toString()),
              grave("A.java"),
              host.trust());

      assertThat(host.taken()).hasSize(50);
      assertThat(done.summary()).endsWith("; email: no more than 50 people get mail");
    }
  }

  private static String mailTo(MailHost host, String address) {
    return host.taken().stream()
        .filter(mail -> mail.to().equals(address))
        .findFirst()
        .orElseThrow()
        .content();
  }

  private static Review grave(String path) {
    return review(finding("grave", Severity.HIGH, path, 3));
  }

  private TestContext context(String settings, String... file) {
    TestRepository repository = TestRepository.init(temp.resolve("repository"));
    repository.write("A.java", "class A {}\n").write(".kirolinter.yaml", settings);
    if (file.length == 2) {
      repository.write(file[0], file[1]);
    }
    repository.commit("first", TestContext.CLOCK.instant().minusSeconds(60));
    TestContext context = TestContext.of(RUN, repository.open(), temp.resolve("home"));
    open = Optional.of(context);
    return context;
  }

  private StepResult.Done done(String user, TestContext context, Review review) {
    return (StepResult.Done) run(user, context, review);
  }

  private StepResult run(String user, TestContext context, Review review) {
    return step(user, MailTrust.ofJvm()).run(context.with(ArtifactType.REVIEW, review));
  }

  private StepResult.Done run(String user, TestContext context, Review review, MailTrust trust) {
    return (StepResult.Done) step(user, trust).run(context.with(ArtifactType.REVIEW, review));
  }

  private NotifyStep step(String user, MailTrust trust) {
    Settings ofUser =
        SettingsReader.knowing(ReviewNames.vocabulary())
            .read("config.yaml", user.getBytes(StandardCharsets.UTF_8));
    return new NotifyStep(
        List.of(),
        new NotifyAccess(
            ofUser,
            SecretStore.of(variables, temp),
            (repository, text) -> trusted.contains(text),
            Retries.by(RetryPolicy.standard(), new Random(7), time -> {}),
            Duration.ofSeconds(5),
            trust));
  }
}
