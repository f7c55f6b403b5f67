package io.kirolinter.agents.learn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.fix.FixStep;
import io.kirolinter.agents.forge.Forges;
import io.kirolinter.agents.forge.github.GitHubProvider;
import io.kirolinter.agents.forge.http.ForgeHttp.ForgeLimits;
import io.kirolinter.agents.integrate.IntegrateStep;
import io.kirolinter.agents.integrate.publish.FingerprintBlock;
import io.kirolinter.agents.retry.Retries;
import io.kirolinter.agents.review.JavaAnalyzer;
import io.kirolinter.agents.review.ReviewStep;
import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.agents.testkit.forge.ForgeServer;
import io.kirolinter.agents.testkit.forge.ForgeServer.Kind;
import io.kirolinter.agents.testkit.forge.PlayedRequest;
import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.experience.Experience;
import io.kirolinter.core.experience.Fate;
import io.kirolinter.core.experience.FixFate;
import io.kirolinter.core.experience.FixFates;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Publication;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.settings.SettingsReader;
import io.kirolinter.core.settings.Vocabulary;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year of 50 runs, with developers who go on to write code, and a maintainer who has a taste: she
 * takes most fixes as they are, some with changes, closes those of one rule, and reverts those of
 * another one a while later. The repository on the forge is a real one, and the forge is played.
 */
class YearInTheLifeTest {

  private static final int RUNS = 50;
  private static final int MOST_OPEN = 3;
  private static final int MOST_PER_HOUR = 2;

  /** What developers write, by the rule that it breaks. */
  private static final Map<String, IntFunction<String>> HABITS_OF_DEVELOPERS = new TreeMap<>();

  private static final String CLOSED_RULE = "unnecessary-parentheses";
  private static final String REVERTED_RULE = "c-style-array";
  private static final String EDITED_RULE = "negated-equality";

  static {
    HABITS_OF_DEVELOPERS.put(
        "modifier-order", i -> "  static public final int MAX%d = 3;".formatted(i));
    HABITS_OF_DEVELOPERS.put(
        EDITED_RULE,
        i -> "  boolean other%d(int a) {\n    return !(a == %d);\n  }".formatted(i, i));
    HABITS_OF_DEVELOPERS.put(
        CLOSED_RULE, i -> "  int sum%d(int a) {\n    return (a + %d);\n  }".formatted(i, i));
    HABITS_OF_DEVELOPERS.put(
        REVERTED_RULE, i -> "  int first%d(int a[]) {\n    return a[%d];\n  }".formatted(i, i));
    HABITS_OF_DEVELOPERS.put(
        "boolean-literal-comparison",
        i -> "  boolean is%d(boolean a) {\n    return a == true;\n  }".formatted(i));
  }

  private static final Pattern RULE = Pattern.compile("(?m)^KiroLinter-Rule: (\\S+)$");

  @TempDir Path temp;

  private final Random chance = new Random(7);
  private final Instant start = TestContext.CLOCK.instant();
  private final List<Week> weeks = new ArrayList<>();
  private final Map<String, Integer> toRevert = new LinkedHashMap<>();
  private final List<Decision> decisions = new ArrayList<>();
  private ForgeServer forge;
  private TestRepository bot;
  private TestRepository people;
  private Settings ofUser = Settings.none();

  /** What she thinks of the fixes of one rule in a proposal, and when that was made. */
  private record Decision(int week, String rule) {

    boolean stays() {
      return !rule.equals(CLOSED_RULE) && !rule.equals(REVERTED_RULE);
    }
  }

  /** What a run came to. */
  private record Week(int number, Review review, String summary) {}

  @BeforeEach
  void startTheYear() {
    forge =
        ForgeServer.startUnchecked(Kind.GITHUB, temp.resolve("forge"), TestContext.CLOCK::instant);
    people = TestRepository.init(temp.resolve("people"));
    people.write("README.md", "A shop.\n").commit("Begin");
    people.git("remote", "add", "origin", forge.repository().toString());
    people.git("push", "--quiet", "origin", "main");
    bot = people.cloneTo(temp.resolve("bot"));
    bot.git("remote", "set-url", "origin", forge.repository().toString());
    bot.git("remote", "set-url", "--push", "origin", forge.url());
    for (Path one : List.of(people.folder(), bot.folder(), forge.repository())) {
      for (String setting : List.of("gc.auto", "maintenance.auto", "receive.autogc")) {
        people.git("-C", one.toString(), "config", setting, "0");
      }
    }
    ofUser =
        SettingsReader.knowing(new Vocabulary(Set.of(), Set.of()))
            .read(
                "config.yaml",
                "proposals: {most-open: %d, reviewers: false, labels: [], forges: [{host: 127.0.0.1, kind: github}]}"
                    .formatted(MOST_OPEN)
                    .getBytes(UTF_8));
  }

  @AfterEach
  void endTheYear() {
    TestContext.CLOCK.set(start);
    forge.close();
  }

  @Test
  void rulesAreDemotedRefusalsRememberedLimitsKeptAndAcceptanceRises() {
    for (int week = 0; week < RUNS; week++) {
      boolean isBusy = week % 10 == 9;
      TestContext.CLOCK.advance(isBusy ? Duration.ofMinutes(10) : Duration.ofDays(7));
      develop(week);
      run(week);
      assertThatLimitsAreKept(week);
      boolean onHoliday = week % 10 >= 6 && week % 10 <= 8;
      if (!onHoliday) {
        decide(week);
      }
    }
    TestContext.CLOCK.advance(Duration.ofDays(7));
    run(RUNS);

    try (TestContext after = memory()) {
      Experience experience = Experience.of(after.memory(), after.repository().id());
      assertThatRulesAreDemoted(experience);
      assertThatFatesAreKnown(FixFates.of(after.memory(), after.repository().id()).all());
    }
    assertThatNothingIsProposedTwice();
    assertThatAcceptanceRises();
  }

  private void assertThatRulesAreDemoted(Experience experience) {
    assertThat(experience.demotions())
        .extracting(one -> one.rule().value())
        .containsExactly(REVERTED_RULE, CLOSED_RULE);
    assertThat(experience.demotions())
        .allSatisfy(one -> assertThat(one.why()).contains("decisions"));
    Week last = weeks.get(RUNS);
    assertThat(last.summary()).contains("of " + CLOSED_RULE + " held back as suggestions");
    assertThat(last.review().findings())
        .filteredOn(one -> isOf(one, CLOSED_RULE) || isOf(one, REVERTED_RULE))
        .isNotEmpty()
        .allMatch(one -> one.fixLevel() == FixLevel.SUGGESTION);
    assertThat(last.review().findings())
        .extracting(Finding::fingerprint)
        .containsAll(experience.refused());
  }

  private static boolean isOf(Finding finding, String rule) {
    return finding.rule().value().equals(rule);
  }

  private void assertThatFatesAreKnown(List<FixFate> fates) {
    for (FixFate one : fates) {
      Set<Fate> possible =
          switch (one.trace().rule().value()) {
            case CLOSED_RULE -> Set.of(Fate.CLOSED);
            case REVERTED_RULE -> Set.of(Fate.REVERTED);
            case EDITED_RULE -> Set.of(Fate.MERGED, Fate.MERGED_WITH_CHANGES, Fate.OPEN);
            default -> Set.of(Fate.MERGED, Fate.OPEN);
          };
      assertThat(possible).as("%s", one).contains(one.fate());
    }
    assertThat(fates)
        .extracting(FixFate::fate)
        .contains(Fate.MERGED, Fate.MERGED_WITH_CHANGES, Fate.CLOSED, Fate.REVERTED);
  }

  private void assertThatNothingIsProposedTwice() {
    List<Fingerprint> proposed =
        forge.state().requests.stream()
            .flatMap(one -> FingerprintBlock.in(one.body).orElseThrow().fingerprints().stream())
            .toList();
    assertThat(proposed).hasSizeGreaterThan(RUNS).doesNotHaveDuplicates();
  }

  /** As the maintainer knows it, and not as the product sees it. */
  private void assertThatAcceptanceRises() {
    double first = acceptance(0, RUNS / 3);
    double last = acceptance(RUNS - RUNS / 3, RUNS);
    assertThat(first).isBetween(0.3, 0.9);
    assertThat(last).isGreaterThan(0.95).isGreaterThan(first);
  }

  private double acceptance(int from, int to) {
    List<Decision> some =
        decisions.stream().filter(one -> one.week() >= from && one.week() < to).toList();
    assertThat(some).hasSizeGreaterThan(10);
    return (double) some.stream().filter(Decision::stays).count() / some.size();
  }

  private void develop(int week) {
    for (var habit : HABITS_OF_DEVELOPERS.entrySet()) {
      if (chance.nextInt(3) > 0) {
        String name = "C%d%s".formatted(week, habit.getKey().replace("-", ""));
        people.write(
            "src/main/java/shop/" + name + ".java",
            "package shop;\n\nclass %s {\n\n%s\n}\n".formatted(name, habit.getValue().apply(week)));
      }
    }
    people.commit("Work of week " + week, TestContext.CLOCK.instant());
    people.git("push", "--quiet", "origin", "main");
  }

  private void run(int week) {
    bot.git("fetch", "--quiet", forge.repository().toString(), "main");
    bot.git("reset", "--quiet", "--hard", "FETCH_HEAD");
    String id = "20270101-000000-%06x".formatted(week);
    RunOptions options =
        RunOptions.applyingTo(ApplyTarget.BRANCH).withPublication(Publication.DRAFT);
    List<String> summaries = new ArrayList<>();
    try (TestContext context = TestContext.of(id, repository(), temp.resolve("home"), options)) {
      for (Step step : steps()) {
        StepResult result = step.run(context);
        summaries.add(step.description().name() + ": " + result.summary());
        handOn(context, step, result);
      }
      Review review = context.artifact(ArtifactType.REVIEW).orElseThrow();
      weeks.add(new Week(week, review, String.join("\n  ", summaries)));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static void handOn(TestContext context, Step step, StepResult result) {
    if (result instanceof StepResult.Done done && done.artifact().isPresent()) {
      context.with(
          (ArtifactType<Artifact>) step.description().produces().orElseThrow(),
          done.artifact().get());
    }
  }

  private List<Step> steps() {
    return List.of(
        new ReviewStep(List.of(JavaAnalyzer.withAllRules(1)), ofUser, forges()),
        FixStep.withAllRules(1),
        new IntegrateStep(forges(), ofUser),
        new LearnStep());
  }

  private void assertThatLimitsAreKept(int week) {
    List<PlayedRequest> all = forge.state().requests;
    Instant hourAgo = TestContext.CLOCK.instant().minus(Duration.ofHours(1));
    assertThat(all.stream().filter(one -> one.state.equals("open")))
        .as("open in week %d", week)
        .hasSizeLessThanOrEqualTo(MOST_OPEN);
    assertThat(all.stream().filter(one -> Instant.parse(one.openedAt).isAfter(hourAgo)))
        .as("opened in the hour of week %d", week)
        .hasSizeLessThanOrEqualTo(MOST_PER_HOUR);
  }

  private void decide(int week) {
    people.git("fetch", "--quiet", "--prune", "origin");
    List<PlayedRequest> open =
        forge.state().requests.stream().filter(one -> one.state.equals("open")).toList();
    open.forEach(one -> decide(one, week));
    revertWhatIsDue(week);
    people.git("push", "--quiet", "origin", "main");
  }

  private void decide(PlayedRequest request, int week) {
    Map<String, String> commits = commitsByRule(request.branch);
    int made = Integer.parseInt(request.branch.substring(request.branch.lastIndexOf('-') + 1), 16);
    commits.keySet().forEach(rule -> decisions.add(new Decision(made, rule)));
    if (commits.containsKey(CLOSED_RULE)) {
      commits.forEach(
          (rule, commit) -> {
            if (!rule.equals(CLOSED_RULE)) {
              people.git("cherry-pick", commit);
              noteForLater(rule, people.head().value(), week);
            }
          });
      end(request, "closed");
      return;
    }
    people.git("merge", "--quiet", "--no-ff", "--no-commit", "origin/" + request.branch);
    if (commits.containsKey(EDITED_RULE) && chance.nextBoolean()) {
      comment(commits.get(EDITED_RULE));
    }
    people.commit("Merge " + request.branch, TestContext.CLOCK.instant());
    commits.forEach((rule, commit) -> noteForLater(rule, commit, week));
    end(request, "merged");
  }

  private void comment(String commit) {
    for (String path : people.git("show", "--format=", "--name-only", commit).lines().toList()) {
      try {
        Path file = people.folder().resolve(path);
        Files.writeString(file, Files.readString(file).replace(";\n  }", "; // really\n  }"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void noteForLater(String rule, String commit, int week) {
    if (rule.equals(REVERTED_RULE)) {
      toRevert.put(commit, week + 2);
    }
  }

  private void revertWhatIsDue(int week) {
    toRevert.entrySet().stream()
        .filter(one -> one.getValue() <= week)
        .forEach(one -> people.git("revert", "--no-edit", one.getKey()));
    toRevert.values().removeIf(due -> due <= week);
  }

  private Map<String, String> commitsByRule(String branch) {
    Map<String, String> commits = new LinkedHashMap<>();
    String log = people.git("log", "--reverse", "--format=%x01%H%n%B", "main..origin/" + branch);
    for (String entry : log.split("\u0001")) {
      Matcher rule = RULE.matcher(entry);
      if (rule.find()) {
        commits.put(rule.group(1), entry.lines().findFirst().orElseThrow());
      }
    }
    return commits;
  }

  private void end(PlayedRequest request, String state) {
    request.state = state;
    people.git("push", "--quiet", "origin", "--delete", request.branch);
    bot.git("branch", "--quiet", "-D", request.branch);
  }

  private Repository repository() {
    return bot.open();
  }

  private TestContext memory() {
    return TestContext.of("20270101-000000-ffffff", repository(), temp.resolve("home"));
  }

  private Forges forges() {
    ForgeLimits limits =
        new ForgeLimits(
            Retries.by(RetryPolicy.standard(), () -> 0, time -> {}),
            Duration.ofSeconds(20),
            TestContext.CLOCK);
    return Forges.of(
        Map.of("GITHUB_TOKEN", ForgeServer.TOKEN),
        ofUser.proposals(),
        List.of(new GitHubProvider(limits)));
  }
}
