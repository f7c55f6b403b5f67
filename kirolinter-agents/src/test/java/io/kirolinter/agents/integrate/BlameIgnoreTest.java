package io.kirolinter.agents.integrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.FileEdit;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import io.kirolinter.core.source.TextEdit;
import io.kirolinter.core.step.StepResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What git blame is told of commits that change no more than the layout. */
class BlameIgnoreTest {

  private static final String RUN = "20261122-181530-4f2ac1";
  private static final String BRANCH = "kirolinter/" + RUN;
  private static final String FILE = ".git-blame-ignore-revs";
  private static final SourcePath A = SourcePath.of("A.java");
  private static final SourceText BEFORE =
      SourceText.decode("class A {\n  final static int a = 1;\n}\n".getBytes(UTF_8)).orElseThrow();

  @TempDir Path temp;
  private TestRepository made;

  @BeforeEach
  void makeRepository() {
    made = TestRepository.init(temp.resolve("a"));
    made.write("A.java", BEFORE.encode());
  }

  @Test
  void getsTheCommitsOfTheLayoutInACommitThatFollows() {
    made.write(FILE, "# by hand\n" + "1".repeat(40)).commit("first");

    Proposal proposal = integrate(RUN);

    String layout = proposal.commits().get(0).id().value();
    assertThat(made.git("show", BRANCH + ":" + FILE))
        .isEqualTo(
            "# by hand\n%s\n# KiroLinter: Order modifiers (modifier-order, 1 fix)\n%s\n"
                .formatted("1".repeat(40), layout));
    assertThat(proposal.commits()).hasSize(2);
    assertThat(proposal.head().value()).isEqualTo(made.git("rev-parse", BRANCH).strip());
    assertThat(made.git("log", "--reverse", "--format=%s", "main.." + BRANCH).lines())
        .containsExactly(
            "Order modifiers (modifier-order, 1 fix)",
            "Shorten names (short-name, 1 fix)",
            "Let git blame ignore 1 commit of the layout");
    made.git("checkout", "--quiet", BRANCH + "~2");
    assertThat(made.git("blame", "-s", "-L2,2", "A.java")).startsWith(layout.substring(0, 7));
    made.git("checkout", "--quiet", BRANCH);
    assertThat(made.git("blame", "-s", "-L2,2", "--ignore-revs-file", FILE, layout, "--", "A.java"))
        .doesNotContain(layout.substring(0, 7));
  }

  @Test
  void changesNothingTheSecondTimeAndIsFoundByALaterRun() {
    made.write(FILE, "").commit("first");
    Proposal first = integrate(RUN);
    String refs = made.git("for-each-ref");

    assertThat(integrate(RUN)).isEqualTo(first);
    Proposal later = integrate("20261123-181530-4f2ac1");
    assertThat(later.branch()).isEqualTo(BRANCH);
    assertThat(later.head()).isEqualTo(first.head());
    assertThat(made.git("for-each-ref")).isEqualTo(refs);

    try (TestContext context = context(RUN).with(ArtifactType.PROPOSAL, first)) {
      new IntegrateStep().undo(context);
    }
    assertThat(made.git("branch", "--list", "kirolinter/*")).isEmpty();
  }

  @Test
  void isMadeWhereSettingsSaySo() {
    made.write(".kirolinter.yaml", "proposals: {blame-ignore: true}\n").commit("first");

    String layout = integrate(RUN).commits().get(0).id().value();

    assertThat(made.git("show", BRANCH + ":" + FILE)).startsWith("# KiroLinter").contains(layout);
  }

  @ParameterizedTest
  @ValueSource(strings = {"proposals: {blame-ignore: false}", "{}"})
  void isLeftAloneElse(String settings) {
    made.write(".kirolinter.yaml", settings);
    made.write(settings.equals("{}") ? "README.md" : FILE, "").commit("first");

    integrate(RUN);

    assertThat(made.git("diff", "--name-only", "main", BRANCH)).isEqualTo("A.java\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "static final int[] a;|final static int a[];|true",
        "f( a , b );|f(a,b);|true",
        "f(a); // x|f(a);|false",
        "a - b;|b - a;|false",
        "a[b] = c;|c[b] = a;|false",
        "int a;|long a;|false",
        "f(\"a b\");|f(\"a  b\");|false"
      })
  void isForLayoutOnly(String before, String after, boolean same) {
    assertThat(Layout.isAllThatDiffers(before, after)).isEqualTo(same);
  }

  private Proposal integrate(String run) {
    try (TestContext context = context(run)) {
      return (Proposal) ((StepResult.Done) new IntegrateStep().run(context)).artifact().get();
    }
  }

  private TestContext context(String run) {
    return TestContext.of(run, made.open(), temp.resolve("home"))
        .with(ArtifactType.FIX_SET, fixes());
  }

  private static FixSet fixes() {
    TextEdit order = new TextEdit(12, 24, "static final");
    SourceText ordered = BEFORE.edited(List.of(order));
    TextEdit rename = new TextEdit(29, 30, "x");
    return new FixSet(
        List.of(
            change("modifier-order", "Order modifiers", BEFORE, order),
            change("short-name", "Shorten names", ordered, rename)),
        List.of(),
        List.of());
  }

  private static RuleChange change(String rule, String title, SourceText before, TextEdit edit) {
    Fingerprint print = new Fingerprint("%016x".formatted(rule.length()));
    return new RuleChange(
        RuleId.of(rule),
        title,
        List.of(new AppliedFix(print, A, 2, FixLevel.SAFE, "Do it")),
        List.of(
            new FileEdit(A, before.hash(), List.of(edit), before.edited(List.of(edit)).hash())));
  }
}
