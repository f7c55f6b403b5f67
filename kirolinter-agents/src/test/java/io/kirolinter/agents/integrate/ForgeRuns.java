package io.kirolinter.agents.integrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.forge.Forges;
import io.kirolinter.agents.forge.github.GitHubProvider;
import io.kirolinter.agents.forge.gitlab.GitLabProvider;
import io.kirolinter.agents.forge.http.ForgeHttp.ForgeLimits;
import io.kirolinter.agents.retry.Retries;
import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.agents.testkit.forge.ForgeServer;
import io.kirolinter.agents.testkit.forge.ForgeServer.Kind;
import io.kirolinter.agents.testkit.forge.PlayedRequest;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.FileEdit;
import io.kirolinter.core.artifact.FixSet.GateResult;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Publication;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.settings.SettingsReader;
import io.kirolinter.core.settings.Vocabulary;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import io.kirolinter.core.source.SourceText;
import io.kirolinter.core.source.TextEdit;
import io.kirolinter.core.step.StepResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs that publish their fixes at a forge, with a real repository behind it. */
abstract class ForgeRuns {

  static final String RUN = "20261122-181530-4f2ac1";
  static final String LATER = "20261123-101530-5f2ac1";
  static final List<String> FILES = List.of("A.java", "B.java", "C.java", "D.java");

  @TempDir Path temp;
  ForgeServer forge;
  TestRepository made;
  final List<String> found = new ArrayList<>(FILES);
  Settings ofUser = Settings.none();

  void start(Kind kind, String... more) {
    forge = ForgeServer.start(kind, temp.resolve("forge"), TestContext.CLOCK::instant);
    made = TestRepository.init(temp.resolve("checkout"));
    FILES.forEach(file -> made.write(file, code(file)));
    for (int i = 0; i + 1 < more.length; i += 2) {
      made.write(more[i], more[i + 1]);
    }
    made.commit("first");
    made.git("remote", "add", "origin", forge.url());
    pushMain();
    ofUser = settings(kind, "");
  }

  /** {@return what a user has settled of the forge} */
  static Settings settings(Kind kind, String more) {
    return SettingsReader.knowing(new Vocabulary(Set.of(), Set.of()))
        .read(
            "config.yaml",
            "proposals: {forges: [{host: 127.0.0.1, kind: %s%s}]}"
                .formatted(kind.label(), more)
                .getBytes(UTF_8));
  }

  void pushMain() {
    made.git("push", "--quiet", forge.repository().toString(), "main");
  }

  static String code(String file) {
    return "class %s {\n  int a;\n}\n".formatted(file.substring(0, 1));
  }

  @AfterEach
  void everyRequestIsAsTheForgeDescribesIt() {
    forge.close();
    assertThat(forge.violations()).isEmpty();
  }

  PlayedRequest only() {
    assertThat(forge.state().requests).hasSize(1);
    return forge.state().requests.get(0);
  }

  StepResult run(String run, String file) {
    return run(run, file, "Shorten names");
  }

  /** Runs with fixes of files as they are in the checkout now, one for each. */
  StepResult runOn(String run, String... files) {
    try (TestContext context = contextOn(run, files)) {
      return new IntegrateStep(forges(), ofUser).run(context);
    }
  }

  TestContext contextOn(String run, String... files) {
    return context(run, files[0]).with(ArtifactType.FIX_SET, fixes(files));
  }

  FixSet fixes(String... files) {
    List<AppliedFix> fixes = new ArrayList<>();
    List<FileEdit> edits = new ArrayList<>();
    for (String file : files) {
      SourcePath path = SourcePath.of(file);
      SourceText before = SourceText.decode(made.content("HEAD", path)).orElseThrow();
      int at = before.text().indexOf(" a;") + 1;
      TextEdit edit = new TextEdit(at, at + 1, "x");
      fixes.add(new AppliedFix(fingerprint(file), path, 2, FixLevel.SAFE, "Rename it"));
      edits.add(
          new FileEdit(path, before.hash(), List.of(edit), before.edited(List.of(edit)).hash()));
    }
    return new FixSet(
        List.of(new RuleChange(RuleId.of("short-name"), "Shorten names", fixes, edits)),
        List.of(),
        List.of(new GateResult("compile", "no new error", 7)));
  }

  /** {@return the newest commit of a branch on the forge} */
  String there(String branch) {
    return made.git("ls-remote", forge.repository().toString(), "refs/heads/" + branch)
        .split("\t", 2)[0];
  }

  StepResult run(String run, String file, String title) {
    try (TestContext context = context(run, file).with(ArtifactType.FIX_SET, fix(file, title))) {
      return new IntegrateStep(forges(), ofUser).run(context);
    }
  }

  TestContext context(String run, String file) {
    RunOptions options =
        RunOptions.applyingTo(ApplyTarget.BRANCH).withPublication(Publication.DRAFT);
    return TestContext.of(run, made.open(), temp.resolve("home"), options)
        .with(ArtifactType.FIX_SET, fix(file, "Shorten names"))
        .with(ArtifactType.REVIEW, review());
  }

  Forges forges() {
    ForgeLimits limits =
        new ForgeLimits(
            Retries.by(RetryPolicy.standard(), () -> 0, time -> {}),
            Duration.ofSeconds(20),
            TestContext.CLOCK);
    return Forges.of(
        Map.of("GITHUB_TOKEN", ForgeServer.TOKEN, "GITLAB_TOKEN", ForgeServer.TOKEN),
        ofUser.proposals(),
        List.of(new GitHubProvider(limits), new GitLabProvider(limits)));
  }

  static FixSet fix(String file, String title) {
    SourcePath path = SourcePath.of(file);
    byte[] before = code(file).getBytes(UTF_8);
    TextEdit edit = new TextEdit(16, 17, "x");
    ContentHash after = SourceText.decode(before).orElseThrow().edited(List.of(edit)).hash();
    RuleChange change =
        new RuleChange(
            RuleId.of("short-name"),
            title,
            List.of(new AppliedFix(fingerprint(file), path, 2, FixLevel.SAFE, "Rename it")),
            List.of(new FileEdit(path, ContentHash.of(before), List.of(edit), after)));
    return new FixSet(
        List.of(change), List.of(), List.of(new GateResult("compile", "no new error", 7)));
  }

  Review review() {
    List<Finding> findings = found.stream().map(ForgeRuns::finding).toList();
    return new Review(findings, List.of(), 4, 12, List.of("java"));
  }

  static Finding finding(String file) {
    return new Finding(
        RuleId.of("short-name"),
        Category.CODE_SMELL,
        Severity.LOW,
        SourcePath.of(file),
        new SourceRange(2, 7, 2, 8),
        "too short",
        fingerprint(file),
        Optional.empty());
  }

  static Fingerprint fingerprint(String file) {
    return new Fingerprint("%016x".formatted((int) file.charAt(0)));
  }
}
