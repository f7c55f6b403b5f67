package io.kirolinter.agents.fix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.source.tree.Tree;
import io.kirolinter.agents.fix.change.FixedFile;
import io.kirolinter.agents.fix.compile.CompilerGate;
import io.kirolinter.agents.fix.testkit.MemorySnapshot;
import io.kirolinter.agents.fix.testkit.TestRule;
import io.kirolinter.agents.review.JavaRules;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.smell.UnusedImport;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.DropCause;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.artifact.FixSet.GateResult;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import io.kirolinter.core.source.TextEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixEngineTest {

  private final MemorySnapshot snapshot = new MemorySnapshot();

  // What stays

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A {\r\n\tint a = old;\r\n\tint old = 1; // €\r\n}\r\n",
        "\ufeffclass A { int a = old; int old; }",
        "class A {\n\n\tint a  =  old ;\n\tint old;\n}",
        "// a\u2028b 😀\nclass A { int a = old; int old; }   \n\n\n"
      })
  void keepsEveryByteOutsideTheEdits(String content) {
    snapshot.with("A.java", content);

    FixSet fixes = fix(TestRule.replacing("old-name", "old", "this.old"));

    assertThat(after(fixes))
        .containsEntry(
            "A.java", content.replace("= old", "= this.old").replace("=  old", "=  this.old"));
    assertThat(fixes.dropped()).isEmpty();
  }

  @Test
  void leavesAFileAloneThatIsNotUtf8() {
    byte[] latin =
        "class A { int ä = old; int old; }".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    snapshot.with("A.java", latin);
    JavaRule rule = TestRule.replacing("old-name", "old", "this.old");
    Finding finding =
        finding(
            "old-name",
            "A.java",
            Fingerprint.of(RuleId.of("old-name"), SourcePath.of("A.java"), "", "", 0));

    FixSet fixes = engine(rule).fix(FixRequest.safe(snapshot, List.of(finding)));

    assertThat(fixes.applied()).isZero();
    assertThat(fixes.dropped())
        .singleElement()
        .satisfies(
            dropped -> {
              assertThat(dropped.reason()).contains("not UTF-8");
              assertThat(dropped.isQuarantined()).isFalse();
            });
  }

  @Test
  void neverFixesAFileWithASyntaxError() {
    snapshot.with("A.java", "class A { int a = old int old; }");
    JavaRule rule = TestRule.replacing("old-name", "old", "this.old");
    List<Finding> asIfSafe =
        snapshot.findings(List.of(rule)).stream()
            .map(one -> one.withFixLevel(FixLevel.SAFE))
            .toList();
    assertThat(asIfSafe).isNotEmpty();

    FixSet fixes = engine(rule).fix(FixRequest.safe(snapshot, asIfSafe));

    assertThat(fixes.applied()).isZero();
    assertThat(fixes.dropped())
        .isNotEmpty()
        .allSatisfy(d -> assertThat(d.reason()).isEqualTo("the file has syntax errors"))
        .allSatisfy(d -> assertThat(d.cause()).isEqualTo(DropCause.NOT_POSSIBLE_NOW));
  }

  @Test
  void appliesOnlyWhatWasFoundByTheReview() {
    snapshot.with("A.java", "class A { int a = old, b = old, old; }");
    TestRule rule = TestRule.replacing("old-name", "old", "this.old");
    Finding second = snapshot.findings(List.of(rule)).get(1);

    FixSet fixes = engine(rule).fix(FixRequest.safe(snapshot, List.of(second)));

    assertThat(after(fixes)).containsEntry("A.java", "class A { int a = old, b = this.old, old; }");
    assertThat(appliedTo(fixes)).containsExactly(second.fingerprint());
  }

  @Test
  void dropsFindingsThatNoRuleReports() {
    snapshot.with("A.java", "class A { }");
    Finding foreign =
        finding(
            "pmd/Some",
            "A.java",
            Fingerprint.of(RuleId.of("pmd/Some"), SourcePath.of("A.java"), "", "x", 0));

    FixSet fixes =
        engine(TestRule.replacing("old-name", "old", "x"))
            .fix(FixRequest.safe(snapshot, List.of(foreign)));

    assertThat(fixes.dropped())
        .singleElement()
        .extracting(DroppedFix::reason)
        .asString()
        .contains("cannot be checked again");
  }

  @Test
  void appliesUnsafeFixesOnlyWhenTheyAreAskedFor() {
    snapshot.with("A.java", "class A { int a = old, old; }");
    TestRule rule = TestRule.replacing("old-name", FixLevel.UNSAFE, "old", "this.old");
    FixRequest request = FixRequest.safe(snapshot, snapshot.findings(List.of(rule)));

    assertThat(engine(rule).fix(request).applied()).isZero();
    assertThat(engine(rule).fix(request.withLevel(FixLevel.UNSAFE)).applied()).isEqualTo(1);
    assertThatThrownBy(() -> request.withLevel(FixLevel.SUGGESTION))
        .isInstanceOf(IllegalArgumentException.class);
  }

  // Order and limits

  @Test
  void makesOneChangePerRuleAndUnusedImportsComeLast() {
    snapshot
        .with(
            "A.java",
            "import java.util.List;\nimport java.util.Set;\nclass A { Object o = zzz(List); int zzz; }")
        .with("B.java", "class B { int a = zzz, b = aaa, zzz, aaa; }");
    TestRule noList = TestRule.replacing("zz-no-list", "List", "null");
    TestRule aaa = TestRule.replacing("aa-name", "aaa", "this.aaa");

    FixSet fixes = fix(new UnusedImport(), noList, aaa);

    assertThat(fixes.changes().stream().map(change -> change.rule().value()))
        .containsExactly("aa-name", "zz-no-list", "unused-import");
    assertThat(after(fixes))
        .containsEntry("A.java", "class A { Object o = zzz(null); int zzz; }")
        .containsEntry("B.java", "class B { int a = zzz, b = this.aaa, zzz, aaa; }");
    RuleChange imports = fixes.changes().get(2);
    assertThat(imports.fixes()).hasSize(2);
    assertThat(imports.files()).hasSize(1);
  }

  @Test
  void givesARuleASecondChangeWhereALaterRuleMadeRoomForIt() {
    snapshot.with("A.java", "class A { int a = two; int b = one; int x, one, two; }");

    FixSet fixes =
        fix(TestRule.replacing("aa-rule", "one", "x"), TestRule.replacing("bb-rule", "two", "one"));

    assertThat(fixes.changes().stream().map(change -> change.rule().value()))
        .containsExactly("aa-rule", "bb-rule", "aa-rule");
    assertThat(after(fixes))
        .containsEntry("A.java", "class A { int a = x; int b = x; int x, one, two; }");
  }

  @Test
  void appliesFixesInsideOfEachOtherOneByOne() {
    snapshot.with("A.java", "class A { Object o = f(f(f(1))); Object f(Object x) { return x; } }");
    TestRule rule =
        new TestRule(
            "no-f",
            FixLevel.SAFE,
            Tree.Kind.METHOD_INVOCATION,
            (tree, context) -> {
              String text = context.textOf(tree);
              context.report(
                  tree,
                  "call of f",
                  "Remove the call",
                  List.of(
                      new TextEdit(
                          context.file().start(tree),
                          context.file().end(tree),
                          text.substring(2, text.length() - 1))));
            });

    FixSet fixes = fix(rule);

    assertThat(after(fixes).get("A.java")).startsWith("class A { Object o = 1;");
    assertThat(fixes.applied()).isEqualTo(3);
    assertThat(fixes.dropped()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void keepsTheLimitAndTakesTheFirstFindings(int limit) {
    snapshot
        .with("A.java", "class A { int a = old, old; }")
        .with("B.java", "class B { int a = old, b = old, old; }");
    TestRule rule = TestRule.replacing("old-name", "old", "this.old");
    List<Finding> findings = new ArrayList<>(snapshot.findings(List.of(rule)));
    java.util.Collections.reverse(findings);

    FixSet fixes =
        engine(rule).fix(FixRequest.safe(snapshot, findings).withMaxFixes(OptionalInt.of(limit)));

    assertThat(appliedTo(fixes))
        .containsExactlyInAnyOrderElementsOf(
            findings.subList(0, limit).stream().map(Finding::fingerprint).toList());
  }

  @Test
  void countsFixesThatFollowFromOthersAgainstTheLimit() {
    snapshot.with(
        "A.java", "import java.util.List;\nclass A { Object a = List; Object b = old, old; }");
    List<TestRule> rules =
        List.of(
            TestRule.replacing("no-list", "List", "null"),
            TestRule.replacing("old-name", "old", "this.old"));
    List<JavaRule> all = List.of(rules.get(0), rules.get(1), new UnusedImport());
    FixRequest request =
        FixRequest.safe(snapshot, snapshot.findings(all)).withMaxFixes(OptionalInt.of(2));

    FixSet fixes = FixEngine.of(all, 1).fix(request);

    assertThat(fixes.applied()).isBetween(1, 2);
  }

  // Gates of single files, each with a planted bad fix beside a good one

  @Test
  void dropsAFixThatBreaksTheSyntax() {
    assertDropsOnlyTheBad(TestRule.replacing("bad-rule", "bad", "1 +"), "syntax error");
  }

  @Test
  void dropsAFixWhoseEditsOverlap() {
    assertDropsOnlyTheBad(
        badRule(
            (start, end) ->
                List.of(new TextEdit(start, end, "1"), new TextEdit(start + 1, end, ""))),
        "overlap");
  }

  @Test
  void dropsAFixThatReachesBehindTheFile() {
    assertDropsOnlyTheBad(
        badRule((start, end) -> List.of(new TextEdit(start, 99_999, "1"))), "behind the end");
  }

  @Test
  void dropsAFixThatChangesWhatItDoesNotTouch() {
    assertDropsOnlyTheBad(
        badRule((start, end) -> List.of(new TextEdit(start, end, "1; /* "))),
        "outside of the edits");
  }

  @Test
  void dropsASafeFixThatChangesWhatOthersSee() {
    assertDropsOnlyTheBad(
        badRule((start, end) -> List.of(new TextEdit(start, end, "1; public int more"))),
        "what other files can see");
  }

  @Test
  void dropsAFixThatLeavesItsFinding() {
    assertDropsOnlyTheBad(TestRule.replacing("bad-rule", "bad", "+bad"), "still there");
  }

  @Test
  void dropsAFixThatMakesANewFinding() {
    snapshot.with("A.java", "class A { int a = bad, b = old, c = worse, bad, old, worse; }");
    FixSet fixes =
        fix(
            TestRule.replacing("bad-rule", "bad", "+worse"),
            TestRule.finding("worse-name", "worse"),
            TestRule.replacing("old-name", "old", "this.old"));

    assertThat(after(fixes))
        .containsEntry(
            "A.java", "class A { int a = bad, b = this.old, c = worse, bad, old, worse; }");
    assertThat(fixes.dropped())
        .singleElement()
        .satisfies(
            dropped -> {
              assertThat(dropped.rule().value()).isEqualTo("bad-rule");
              assertThat(dropped.reason()).contains("new finding", "'worse' is bad");
              assertThat(dropped.isQuarantined()).isTrue();
            });
  }

  @Test
  void dropsFixesThatUndoEachOther() {
    snapshot.with("A.java", "class A { int a = ping, b = old, ping, pong, old; }");

    FixSet fixes =
        fix(
            TestRule.replacing("aa-ping", "ping", "pong"),
            TestRule.replacing("bb-pong", "pong", "ping"),
            TestRule.replacing("old-name", "old", "this.old"));

    assertThat(after(fixes))
        .containsEntry("A.java", "class A { int a = ping, b = this.old, ping, pong, old; }");
    assertThat(fixes.dropped()).extracting(dropped -> dropped.rule().value()).contains("aa-ping");
  }

  @Test
  void dropsAFixThatAlwaysFindsMoreToDo() {
    snapshot.with("A.java", "class A { int b = old, old; int n = 0; }");
    TestRule growing =
        new TestRule(
            "growing",
            FixLevel.SAFE,
            Tree.Kind.INT_LITERAL,
            (tree, context) ->
                context.report(
                    tree,
                    "number " + context.textOf(tree),
                    "Grow",
                    List.of(
                        new TextEdit(
                            context.file().start(tree),
                            context.file().end(tree),
                            "1"
                                + context
                                    .textOf(tree)
                                    .substring(0, Math.min(3, context.textOf(tree).length()))
                                + "0"
                                + context.textOf(tree).length()))));

    FixSet fixes = fix(growing, TestRule.replacing("old-name", "old", "this.old"));

    assertThat(after(fixes))
        .containsEntry("A.java", "class A { int b = this.old, old; int n = 0; }");
    assertThat(fixes.dropped()).extracting(dropped -> dropped.rule().value()).contains("growing");
  }

  @Test
  void aSecondRunMakesNoEdit() {
    snapshot.with("A.java", "import java.util.List;\nclass A { int a = old, old; }");
    List<JavaRule> rules =
        List.of(new UnusedImport(), TestRule.replacing("old-name", "old", "this.old"));
    FixSet first = FixEngine.of(rules, 1).fix(FixRequest.safe(snapshot, snapshot.findings(rules)));
    MemorySnapshot fixed = new MemorySnapshot();
    after(first).forEach(fixed::with);

    FixSet second = FixEngine.of(rules, 1).fix(FixRequest.safe(fixed, fixed.findings(rules)));

    assertThat(first.applied()).isEqualTo(2);
    assertThat(second.changes()).isEmpty();
  }

  @Test
  void survivesARuleThatFails() {
    snapshot.with("A.java", "class A { int a = old, old; }");
    TestRule rule = TestRule.replacing("old-name", "old", "this.old");
    List<Finding> findings = snapshot.findings(List.of(rule));
    TestRule failing =
        new TestRule(
            "failing",
            FixLevel.NONE,
            Tree.Kind.CLASS,
            (tree, context) -> {
              throw new IllegalStateException("planted");
            });

    FixSet fixes = engine(rule, failing).fix(FixRequest.safe(snapshot, findings));

    assertThat(fixes.applied()).isZero();
    assertThat(fixes.dropped())
        .singleElement()
        .extracting(DroppedFix::reason)
        .asString()
        .contains("planted");
  }

  @Test
  void dropsAFixAfterWhichARuleFails() {
    TestRule failing =
        new TestRule(
            "failing",
            FixLevel.NONE,
            Tree.Kind.STRING_LITERAL,
            (tree, context) -> {
              throw new IllegalStateException("planted");
            });
    snapshot.with("A.java", "class A { Object a = bad, b = old, bad, old; }");

    FixSet fixes =
        fix(
            failing,
            TestRule.replacing("bad-rule", "bad", "\"\""),
            TestRule.replacing("old-name", "old", "this.old"));

    assertThat(fixes.applied()).isEqualTo(1);
    assertThat(fixes.dropped())
        .singleElement()
        .extracting(DroppedFix::reason)
        .asString()
        .contains("planted");
  }

  // Gates of the whole state

  @Test
  void dropsOneFixOfTwoHundredThatDoesNotCompile() {
    IntStream.range(0, 200)
        .forEach(
            i ->
                snapshot.with(
                    "p/C%d.java".formatted(i),
                    "package p; class C%d { int old; int m() { return old; } }".formatted(i)));
    snapshot.with(
        "p/Guilty.java", "package p; class Guilty { int old, bad; int m() { return old + bad; } }");
    TestRule good = TestRule.replacing("old-name", "old", "this.old");
    TestRule bad = TestRule.replacing("bad-rule", "bad", "missing");

    FixSet fixes = fixWith(List.of(CompilerGate.of(snapshot)), good, bad);

    assertThat(fixes.applied()).isEqualTo(201);
    assertThat(fixes.dropped())
        .singleElement()
        .satisfies(
            dropped -> {
              assertThat(dropped.path()).isEqualTo(SourcePath.of("p/Guilty.java"));
              assertThat(dropped.rule().value()).isEqualTo("bad-rule");
              assertThat(dropped.reason())
                  .contains("compiler", "p/Guilty.java:1", "cannot find symbol");
            });
    assertThat(after(fixes).get("p/Guilty.java")).contains("this.old + bad");
    assertThat(fixes.gates())
        .extracting(GateResult::gate)
        .containsExactly(
            "no overlap", "syntax", "only intended nodes", "declarations", "findings", "compiler");
  }

  @Test
  void looksAtAllFixesWhereAGateDoesNotSayWhichFileIsGuilty() {
    IntStream.range(0, 5)
        .forEach(
            i ->
                snapshot.with(
                    "C%d.java".formatted(i), "class C%d { int old, a = old; }".formatted(i)));
    List<Integer> sizes = new ArrayList<>();
    TestGate gate =
        new TestGate(
            changes -> {
              sizes.add(changes.size());
              return changes.stream().noneMatch(change -> change.path().value().equals("C3.java"));
            });

    FixSet fixes = fixWith(List.of(gate), TestRule.replacing("old-name", "old", "this.old"));

    assertThat(fixes.dropped())
        .extracting(DroppedFix::path)
        .containsExactly(SourcePath.of("C3.java"));
    assertThat(fixes.applied()).isEqualTo(4);
    assertThat(sizes).hasSizeLessThan(9);
    assertThat(fixes.dropped().get(0).reason()).isEqualTo("test: planted");
  }

  @Test
  void dropsAllWhereNothingPasses() {
    snapshot.with("A.java", "class A { int old, a = old, b = old; }");

    FixSet fixes =
        fixWith(
            List.of(new TestGate(changes -> false)),
            TestRule.replacing("old-name", "old", "this.old"));

    assertThat(fixes.changes()).isEmpty();
    assertThat(fixes.dropped()).hasSize(2);
  }

  @Test
  void stopsWhenItIsCancelled() {
    snapshot.with("A.java", "class A { int old, a = old; }");
    Cancellation cancellation = Cancellation.create();
    cancellation.request();
    TestRule rule = TestRule.replacing("old-name", "old", "this.old");
    FixRequest request =
        FixRequest.safe(snapshot, snapshot.findings(List.of(rule)))
            .heardBy(io.kirolinter.core.progress.Progress.none(), cancellation);

    assertThatThrownBy(() -> engine(rule).fix(request)).isInstanceOf(CancellationException.class);
  }

  @Test
  void tellsHowFarItIs() {
    snapshot.with("A.java", "class A { int old, a = old; }");
    TestRule rule = TestRule.replacing("old-name", "old", "this.old");
    Map<String, Long> told = new HashMap<>();
    FixRequest request =
        FixRequest.safe(snapshot, snapshot.findings(List.of(rule)))
            .heardBy((what, done, total) -> told.put(what, done), Cancellation.create());

    engine(rule).fix(request);

    assertThat(told).containsEntry("files", 1L);
  }

  @Test
  void fixesManyFilesOnSeveralThreads() {
    IntStream.range(0, 60)
        .forEach(
            i ->
                snapshot.with(
                    "C%d.java".formatted(i), "import java.util.List;\nclass C%d { }".formatted(i)));

    FixSet fixes =
        FixEngine.of(JavaRules.all(), 3)
            .fix(FixRequest.safe(snapshot, snapshot.findings(List.of(new UnusedImport()))));

    assertThat(fixes.applied()).isEqualTo(60);
    assertThat(fixes.changes())
        .singleElement()
        .satisfies(change -> assertThat(change.files()).hasSize(60));
  }

  @Test
  void needsAtLeastOneWorker() {
    assertThatThrownBy(() -> FixEngine.of(List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertDropsOnlyTheBad(TestRule bad, String reason) {
    snapshot.with(
        "A.java",
        "class A { int a = old, old; public int bad; int m() { return 7; } int x = bad; int q; /* */ }");

    FixSet fixes = fix(bad, TestRule.replacing("old-name", "old", "this.old"));

    assertThat(after(fixes).get("A.java"))
        .isEqualTo(
            "class A { int a = this.old, old; public int bad; int m() { return 7; } int x = bad; int q; /* */ }");
    assertThat(fixes.dropped())
        .singleElement()
        .satisfies(
            dropped -> {
              assertThat(dropped.rule().value()).isEqualTo("bad-rule");
              assertThat(dropped.cause()).isEqualTo(DropCause.FAILED_GATE);
              assertThat(dropped.reason()).contains(reason);
              assertThat(dropped.line()).isEqualTo(1);
            });
  }

  private static TestRule badRule(
      java.util.function.BiFunction<Integer, Integer, List<TextEdit>> edits) {
    return new TestRule(
        "bad-rule",
        FixLevel.SAFE,
        Tree.Kind.IDENTIFIER,
        (tree, context) -> {
          if (context.textOf(tree).equals("bad")) {
            context.report(
                tree,
                "bad",
                "Worsen",
                edits.apply(context.file().start(tree), context.file().end(tree)));
          }
        });
  }

  private FixSet fix(JavaRule... rules) {
    return fixWith(List.of(), rules);
  }

  private FixSet fixWith(
      List<? extends io.kirolinter.agents.fix.gate.StateGate> gates, JavaRule... rules) {
    FixRequest request = FixRequest.safe(snapshot, snapshot.findings(List.of(rules)));
    return engine(rules).fix(request.withGates(List.copyOf(gates)));
  }

  private static FixEngine engine(JavaRule... rules) {
    return FixEngine.of(List.of(rules), 1);
  }

  private Map<String, String> after(FixSet fixes) {
    Map<String, String> after = new HashMap<>();
    for (FixedFile file : FixedFile.of(snapshot, fixes)) {
      after.put(file.path().value(), new String(file.after().encode(), UTF_8));
    }
    return after;
  }

  private static List<Fingerprint> appliedTo(FixSet fixes) {
    return fixes.changes().stream()
        .flatMap(change -> change.fixes().stream())
        .map(AppliedFix::fingerprint)
        .toList();
  }

  private static Finding finding(String rule, String path, Fingerprint fingerprint) {
    return new Finding(
        RuleId.of(rule),
        Category.CODE_SMELL,
        Severity.LOW,
        SourcePath.of(path),
        new SourceRange(1, 1, 1, 2),
        "bad",
        fingerprint,
        Optional.of(new Fix(FixLevel.SAFE, "Fix it", List.of(new TextEdit(0, 1, "")))));
  }

  private record TestGate(
      java.util.function.Predicate<List<io.kirolinter.agents.fix.change.FileChange>> passes)
      implements io.kirolinter.agents.fix.gate.StateGate {

    @Override
    public String name() {
      return "test";
    }

    @Override
    public io.kirolinter.agents.fix.gate.Verdict check(
        List<io.kirolinter.agents.fix.change.FileChange> changes) {
      return passes.test(changes)
          ? io.kirolinter.agents.fix.gate.Verdict.passed("fine")
          : io.kirolinter.agents.fix.gate.Verdict.failed("planted", java.util.Set.of());
    }
  }
}
