package io.kirolinter.agents.fix.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.fix.FixEngine;
import io.kirolinter.agents.fix.FixRequest;
import io.kirolinter.agents.fix.change.FileChange;
import io.kirolinter.agents.fix.file.FileFixer;
import io.kirolinter.agents.fix.file.FileTask;
import io.kirolinter.agents.fix.file.FixRules;
import io.kirolinter.agents.fix.file.GateLog;
import io.kirolinter.agents.fix.gate.Verdict;
import io.kirolinter.agents.fix.testkit.MemorySnapshot;
import io.kirolinter.agents.fix.testkit.TestRule;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.DropCause;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompilerGateTest {

  private static final String ROOT = "src/main/java/";

  private final MemorySnapshot snapshot = new MemorySnapshot();

  @Test
  void passesWhatCompilesInTheMidstOfItsNeighbours() {
    snapshot
        .with(ROOT + "p/A.java", "package p; class A extends B { int a = old; }")
        .with(
            ROOT + "p/B.java",
            "package p; class B extends q.C<String> { int old = value().length(); }")
        .with(
            ROOT + "q/C.java",
            "package q; public class C<T> { protected T value() { return null; } }")
        .with(ROOT + "module-info.java", "module m { requires missing; }");

    Verdict verdict = check("this.old");

    assertThat(verdict.passed()).isTrue();
    assertThat(verdict.evidence()).isEqualTo("1 changed files have no compiler error");
  }

  @Test
  void neverBelievesAStateOnWhichTheCompilerItselfFails() {
    snapshot
        .with("p/A.java", "package p; class A { int a = old, old; Broken b; }")
        .with("p/B.java", "package p; class B { int a = old, old; }")
        .with("p/Broken.java", "package p; class Broken { }");
    Failing failing = failing();
    List<FileChange> changes =
        snapshot.files().stream()
            .filter(file -> !file.path().fileName().equals("Broken.java"))
            .map(file -> fixer("this.old").fix(task(snapshot, file, "this.old")))
            .toList();

    Verdict all = CompilerGate.of(failing).check(changes);
    Verdict good = CompilerGate.of(failing).check(changes.subList(1, 2));

    assertThat(all.isClean()).isFalse();
    assertThat(all.evidence())
        .isEqualTo(
            "1 changed files have no compiler error; the compiler itself fails, and the fixes of"
                + " 1 file are left out unchecked; build the project once, so that its libraries"
                + " are in the local Maven repository, and fix again");
    assertThat(all.suspects()).isEmpty();
    assertThat(all.unchecked()).containsOnlyKeys(SourcePath.of("p/A.java"));
    assertThat(all.unchecked().values()).first().asString().contains("planted");
    assertThat(good.isClean()).isTrue();
  }

  @Test
  void dropsOnlyTheFixesOnWhichTheCompilerItselfFails() {
    snapshot
        .with("p/A.java", "package p; class A { int a = old, old; Broken b; }")
        .with("p/Broken.java", "package p; class Broken { }");
    for (int i = 0; i < 20; i++) {
      snapshot.with(
          "p/B%02d.java".formatted(i), "package p; class B%02d { int a = old, old; }".formatted(i));
    }
    TestRule rule = TestRule.replacing("old-name", "old", "this.old");
    Failing failing = failing();

    FixSet fixes =
        FixEngine.of(List.of(rule), 1)
            .fix(
                FixRequest.safe(snapshot, snapshot.findings(List.of(rule)))
                    .withGates(List.of(CompilerGate.of(failing))));

    assertThat(fixes.applied()).isEqualTo(20);
    assertThat(fixes.dropped())
        .singleElement()
        .satisfies(
            dropped -> {
              assertThat(dropped.path()).isEqualTo(SourcePath.of("p/A.java"));
              assertThat(dropped.cause()).isEqualTo(DropCause.NOT_POSSIBLE_NOW);
              assertThat(dropped.reason()).contains("nothing is known about the fix", "planted");
            });
  }

  @Test
  void leavesOutFilesThatBreakTheCompilerAndSeesNewErrorsInOthers() {
    withTypesThatBreakTheCompiler();
    snapshot
        .with(
            "p/A.java",
            "package p; class A { int a = old, old; Type<?> m(Src<?> s) { return (Type<?>) s; } }")
        .with("p/B.java", "package p; class B { int a = old, old; Gone gone; }");
    List<FileChange> good = changed("this.old", "A.java", "B.java");
    List<FileChange> bad = changed("missing", "A.java", "B.java");

    Verdict verdict = CompilerGate.of(snapshot).check(bad);

    assertThat(verdict.isClean()).isFalse();
    assertThat(verdict.unchecked())
        .containsOnlyKeys(SourcePath.of("p/A.java"), SourcePath.of("p/B.java"));
    assertThat(verdict.unchecked().get(SourcePath.of("p/B.java")))
        .contains("a new compiler error in p/B.java:1", "was not searched");
    assertThat(CompilerGate.of(snapshot).check(good).unchecked())
        .containsOnlyKeys(SourcePath.of("p/A.java"));
  }

  @Test
  void neitherKeepsNorBlamesFixesWhereTheCompilerBreaksDown() {
    withTypesThatBreakTheCompiler();
    for (int i = 0; i < 5; i++) {
      snapshot
          .with(
              "p/A%d.java".formatted(i),
              "package p; class A%d { int a = old, old; Type<?> m(Src<?> s) { return (Type<?>) s; } }"
                  .formatted(i))
          .with(
              "p/B%d.java".formatted(i), "package p; class B%d { int a = old, old; }".formatted(i));
    }
    TestRule rule = TestRule.replacing("old-name", "old", "this.old");

    FixSet fixes =
        FixEngine.of(List.of(rule), 1)
            .fix(
                FixRequest.safe(snapshot, snapshot.findings(List.of(rule)))
                    .withGates(List.of(CompilerGate.of(snapshot))));

    assertThat(fixes.changes())
        .flatExtracting(FixSet.RuleChange::fixes)
        .extracting(fix -> fix.path().fileName().charAt(0))
        .isNotEmpty()
        .containsOnly('B');
    assertThat(fixes.dropped())
        .isNotEmpty()
        .allSatisfy(
            dropped -> {
              assertThat(dropped.path().value()).startsWith("p/A");
              assertThat(dropped.isQuarantined()).isFalse();
              assertThat(dropped.reason()).contains("the compiler itself fails here");
            });
    assertThat(fixes.gates())
        .last()
        .satisfies(gate -> assertThat(gate.evidence()).contains("the fixes of 5 files are left"));
  }

  @Test
  void leavesManyFilesUncheckedAtOnceWhereTheCompilerBreaksDown() {
    withTypesThatBreakTheCompiler();
    for (int i = 0; i < 201; i++) {
      snapshot.with(
          "p/B%d.java".formatted(i), "package p; class B%d { int a = old, old; }".formatted(i));
    }
    snapshot.with(
        "p/A.java",
        "package p; class A { int a = old, old; Type<?> m(Src<?> s) { return (Type<?>) s; } }");
    TestRule rule = TestRule.replacing("old-name", "old", "this.old");

    FixSet fixes =
        FixEngine.of(List.of(rule), 1)
            .fix(
                FixRequest.safe(snapshot, snapshot.findings(List.of(rule)))
                    .withGates(List.of(CompilerGate.of(snapshot))));

    assertThat(fixes.applied()).isZero();
    assertThat(fixes.dropped())
        .hasSizeGreaterThan(200)
        .allSatisfy(
            dropped -> {
              assertThat(dropped.cause()).isEqualTo(DropCause.NOT_POSSIBLE_NOW);
              assertThat(dropped.reason()).contains("build the project once");
            });
    assertThat(fixes.gates())
        .last()
        .satisfies(
            gate ->
                assertThat(gate.evidence())
                    .contains("no changed file could be checked", "202 files"));
  }

  /** The JDK's compiler casts from one to the other with an exception of its own. */
  private void withTypesThatBreakTheCompiler() {
    snapshot
        .with("p/Type.java", "package p; interface Type<J> extends gone.Missing { }")
        .with("p/Src.java", "package p; interface Src<J> extends gone.Missing<J> { }");
  }

  private List<FileChange> changed(String replacement, String... names) {
    return snapshot.files().stream()
        .filter(file -> List.of(names).contains(file.path().fileName()))
        .map(file -> fixer(replacement).fix(task(snapshot, file, replacement)))
        .toList();
  }

  @Test
  void survivesEveryWayInWhichTheCompilerFails() {
    snapshot
        .with("p/A.java", "package p; class A { int a = old, old; Broken b; }")
        .with("p/Broken.java", "package p; class Broken { }");
    List<FileChange> changes =
        snapshot.files().stream()
            .limit(1)
            .map(file -> fixer("this.old").fix(task(snapshot, file, "this.old")))
            .toList();

    for (Runnable failure :
        List.<Runnable>of(
            () -> {
              throw new AssertionError("planted");
            },
            () -> {
              throw new StackOverflowError();
            },
            () -> {
              throw new IllegalArgumentException(new IllegalStateException("planted"));
            })) {
      Verdict verdict =
          CompilerGate.of(new Failing(snapshot, "p/Broken.java", failure)).check(changes);

      assertThat(verdict.isClean()).isFalse();
      assertThat(verdict.evidence())
          .contains("no changed file could be checked; the compiler itself fails");
    }
  }

  private Failing failing() {
    return new Failing(
        snapshot,
        "p/Broken.java",
        () -> {
          throw new IllegalStateException("planted");
        });
  }

  /** Makes the compiler fail as soon as it looks at one file. */
  private record Failing(Snapshot whole, String broken, Runnable failure) implements Snapshot {

    @Override
    public Optional<CommitId> commit() {
      return whole.commit();
    }

    @Override
    public List<SnapshotFile> files() {
      return whole.files();
    }

    @Override
    public byte[] read(SnapshotFile file) {
      if (file.path().value().equals(broken)) {
        failure.run();
      }
      return whole.read(file);
    }

    @Override
    public void close() {}
  }

  @Test
  void namesTheFileOfANewError() {
    snapshot.with(ROOT + "p/A.java", "package p;\nclass A {\n int a = old, old; }");

    Verdict verdict = check("\"text\"");

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.suspects()).containsExactly(SourcePath.of(ROOT + "p/A.java"));
    assertThat(verdict.evidence())
        .isEqualTo(
            "a new compiler error in src/main/java/p/A.java:3: incompatible types: java.lang.String"
                + " cannot be converted to int");
  }

  @Test
  void seesErrorsOfFlow() {
    snapshot.with(
        "A.java", "class A { int m(boolean b) { int x; if (b) { x = 1; } return old; } int old; }");

    assertThat(check("x").evidence()).contains("might not have been initialized");
  }

  @Test
  void seesErrorsInEveryKindOfBody() {
    for (String text :
        List.of(
            "class A { int old; A() { old(old); } void old(int i) { } }",
            "class A { static int old; static { old(old); } static void old(int i) { } }",
            "class A { static int old; Object o = new Object() { int m() { return old; } }; }",
            "class A { int old; int m() { Runnable r = () -> old(old); return 1; } void old(int i) { } }")) {
      MemorySnapshot one = new MemorySnapshot().with("A.java", text);

      assertThat(check(one, "missing").passed()).as(text).isFalse();
      assertThat(check(one, "(0)").passed()).as(text).isTrue();
    }
  }

  @Test
  void looksPastErrorsThatWereThereBefore() {
    snapshot.with(
        "p/A.java",
        "package p; import org.lib.Thing; class A extends Thing { int a = old; Thing t; int old; int m() { return t.x(); } }");

    Verdict good = check("this.old");

    assertThat(good.passed()).isTrue();
    assertThat(good.evidence()).contains("no new compiler error", "for want of libraries");
    assertThat(check("missing").passed()).isFalse();
  }

  @Test
  void comparesWithTheTextBeforeWhereErrorsComeAsASurprise() {
    snapshot.with(
        "A.java", "class A { int a = old; int old; Gone gone; int m() { return old + 1234567; } }");

    assertThat(check("this.old").evidence()).contains("1 changed files have no new compiler error");
  }

  @Test
  void keepsModulesApartThatHaveTypesOfOneName() {
    snapshot
        .with("one/src/p/A.java", "package p; class A { int a = old; int old = B.ONE; }")
        .with("one/src/p/B.java", "package p; class B { static final int ONE = 1; }")
        .with("two/src/p/A.java", "package p; class A { int a = old; int old = B.TWO; }")
        .with("two/src/p/B.java", "package p; class B { static final int TWO = 2; }");

    assertThat(check("this.old").evidence()).isEqualTo("2 changed files have no compiler error");
  }

  @Test
  void prefersMainCodeOverTestsOfTheSameName() {
    snapshot
        .with("x/src/main/java/p/A.java", "package p; class A { int a = old; int old = q.B.MAIN; }")
        .with(
            "y/src/main/java/q/B.java",
            "package q; public class B { public static final int MAIN = 1; }")
        .with("w/src/test/java/q/B.java", "package q; public class B { }");

    assertThat(check("this.old").evidence()).isEqualTo("1 changed files have no compiler error");
  }

  @Test
  void knowsThePartsOfTheJdkBeyondTheStandardThatAreNeeded() {
    snapshot.with(
        "A.java",
        "import com.sun.net.httpserver.HttpServer; class A { HttpServer s; java.sql.Date d; int a = old; int old; }");

    assertThat(check("this.old").evidence()).isEqualTo("1 changed files have no compiler error");
  }

  @Test
  void doesWithoutNeighboursThatCannotBeRead() {
    snapshot
        .with("p/A.java", "package p; class A { int a = old; int old; B b; }")
        .with("p/B.java", new byte[] {'c', (byte) 0xC3, 0x28});

    assertThat(check("this.old").evidence()).contains("no new compiler error");
  }

  private Verdict check(String replacement) {
    return check(snapshot, replacement);
  }

  private static Verdict check(MemorySnapshot files, String replacement) {
    FileFixer fixer = fixer(replacement);
    List<FileChange> changes =
        files.files().stream()
            .filter(file -> file.path().fileName().equals("A.java"))
            .map(file -> fixer.fix(task(files, file, replacement)))
            .toList();
    assertThat(changes).isNotEmpty().allMatch(FileChange::isChanged);
    return CompilerGate.of(files).check(changes);
  }

  private static FileFixer fixer(String replacement) {
    FixRules rules =
        FixRules.of(List.of(TestRule.replacing("old-name", FixLevel.UNSAFE, "old", replacement)));
    return FileFixer.open(rules, new GateLog());
  }

  private static FileTask task(MemorySnapshot files, SnapshotFile file, String replacement) {
    return new FileTask(
        file,
        SourceText.decode(files.read(file)).orElseThrow(),
        files
            .findings(List.of(TestRule.replacing("old-name", FixLevel.UNSAFE, "old", replacement)))
            .stream()
            .filter(finding -> finding.path().equals(file.path()))
            .toList(),
        FixLevel.UNSAFE,
        Set.of());
  }
}
