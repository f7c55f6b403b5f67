package io.kirolinter.agents.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.fix.change.FileChange;
import io.kirolinter.agents.fix.compile.CompilerGate;
import io.kirolinter.agents.fix.gate.StateGate;
import io.kirolinter.agents.fix.gate.Verdict;
import io.kirolinter.agents.fix.testkit.Findings;
import io.kirolinter.agents.fix.testkit.TestRule;
import io.kirolinter.agents.fix.verify.VerifyGate;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.artifact.FixSet.GateResult;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliberately bad fixes among 200 good ones over 40 files, before real gates. */
class PlantedFaultTest {

  private static final int FILES = 40;
  private static final int GOOD = 200;
  private static final String FIELDS =
      "  int a = old, b = old, c = old, d = old, e = old;\n  int old;\n";
  private static final TestRule FINE = TestRule.replacing("old-name", "old", "this.old");

  @TempDir Path temp;
  private TestRepository made;
  private Path runs;

  @BeforeEach
  void makeRepository() {
    made = TestRepository.init(temp.resolve("repo"));
    runs = temp.resolve("runs.txt");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 17, 39})
  void theUsersCommandSinglesOutOneBadFix(int place) {
    plant(place);

    FixSet fixes = verified("! grep -rq poison src", bad("poison"));

    assertKeepsTheGoodOnes(fixes, 1);
    assertThat(runs()).isLessThanOrEqualTo(allowed(1));
  }

  @Test
  void theUsersCommandSinglesOutTwoBadFixes() {
    plant(3, 30);

    FixSet fixes = verified("! grep -rq poison src", bad("poison"));

    assertKeepsTheGoodOnes(fixes, 2);
    assertThat(runs()).isLessThanOrEqualTo(allowed(2));
  }

  @Test
  void theUsersCommandSinglesOutThreeBadFixes() {
    plant(0, 20, 39);

    FixSet fixes = verified("! grep -rq poison src", bad("poison"));

    assertKeepsTheGoodOnes(fixes, 3);
    assertThat(runs()).isLessThanOrEqualTo(allowed(3));
  }

  @Test
  void theUsersCommandFindsFixesThatFailOnlyTogether() {
    write(5, "  int p = first, first;\n");
    write(33, "  int p = second, second;\n");
    writeOthers(5, 33);
    made.commit("first");

    FixSet fixes =
        verified(
            "! { grep -rq venom src && grep -rq poison src; }",
            TestRule.replacing("a-bad-rule", "first", "venom"),
            TestRule.replacing("b-bad-rule", "second", "poison"));

    assertThat(fixes.dropped())
        .extracting(dropped -> dropped.rule().value())
        .containsExactly("a-bad-rule", "b-bad-rule");
    assertThat(fixes.applied()).isEqualTo(GOOD);
    assertThat(runs()).isLessThanOrEqualTo(allowed(2));
  }

  @Test
  void theCompilerSinglesOutThreeBadFixes() {
    plant(0, 20, 39);
    List<Integer> checks = new ArrayList<>();

    FixSet fixes =
        fixed(
            (repository, snapshot) -> new Counting(CompilerGate.of(snapshot), checks),
            bad("missing"));

    assertKeepsTheGoodOnes(fixes, 3);
    assertThat(checks).hasSizeLessThanOrEqualTo(allowed(3));
  }

  @Test
  void theCompilerFindsFixesThatFailOnlyTogether() {
    write(5, "  int m() { int x = first; int y = second; return x + y; }\n  int first, second;\n");
    writeOthers(5);
    made.commit("first");

    FixSet fixes =
        fixed(
            (repository, snapshot) -> CompilerGate.of(snapshot),
            TestRule.replacing("a-bad-rule", "first", "1, same = 2"),
            TestRule.replacing("b-bad-rule", "second", "1, same = 2"));

    assertThat(fixes.dropped()).hasSize(2);
    assertThat(fixes.applied()).isEqualTo(GOOD);
  }

  @Test
  void aCommandThatFailsOnTheBaseBlamesNoFix() {
    plant(7);

    FixSet fixes = verified("false", bad("poison"));

    assertThat(fixes.dropped()).isEmpty();
    assertThat(fixes.applied()).isEqualTo(GOOD + 1);
    assertThat(evidence(fixes)).startsWith("not conclusive: ").contains("on the base commit too");
    assertThat(runs()).isEqualTo(1);
  }

  @Test
  void aCommandThatFailsNowAndThenBlamesNoFix() {
    plant(7);

    FixSet fixes = verified("[ $(($(wc -l < '" + runs + "') % 2)) -eq 1 ]", bad("poison"));

    assertThat(fixes.dropped()).isEmpty();
    assertThat(fixes.applied()).isEqualTo(GOOD + 1);
    assertThat(evidence(fixes)).contains("flaky", "repeated on the same files", "exit code 1");
    assertThat(runs()).isEqualTo(3);
  }

  @Test
  void aCommandThatFailsForAWhileBlamesNoFix() {
    plant(7);

    FixSet fixes = verified("n=$(wc -l < '" + runs + "'); [ $n -lt 2 ] || [ $n -gt 6 ]", FINE);

    assertThat(fixes.dropped()).isEmpty();
    assertThat(fixes.applied()).isEqualTo(GOOD);
    assertThat(evidence(fixes)).contains("flaky");
    assertThat(runs()).isLessThan(40);
  }

  private static TestRule bad(String name) {
    return TestRule.replacing("bad-rule", "bad", name);
  }

  /** Writes 40 files with five good fixes each, and a bad one in some of them. */
  private void plant(int... places) {
    for (int place : places) {
      write(place, "  int p = bad, bad;\n");
    }
    writeOthers(places);
    made.commit("first");
  }

  private void writeOthers(int... written) {
    for (int i = 0; i < FILES; i++) {
      int file = i;
      if (java.util.Arrays.stream(written).noneMatch(one -> one == file)) {
        write(i, "");
      }
    }
  }

  private void write(int file, String more) {
    made.write(
        "src/C%02d.java".formatted(file), "class C%02d {\n%s%s}\n".formatted(file, FIELDS, more));
  }

  private FixSet verified(String command, JavaRule bad) {
    return verified(command, bad, FINE);
  }

  private FixSet verified(String command, JavaRule one, JavaRule other) {
    return fixed(
        (repository, snapshot) ->
            VerifyGate.of(
                repository,
                made.head(),
                "echo x >> '" + runs + "'; " + command,
                Duration.ofMinutes(1),
                temp.resolve("run"),
                Cancellation.create()),
        one,
        other);
  }

  private FixSet fixed(BiFunction<Repository, Snapshot, StateGate> gates, JavaRule... bad) {
    List<JavaRule> rules = new ArrayList<>(List.of(bad));
    if (!rules.contains(FINE)) {
      rules.add(FINE);
    }
    Repository repository = made.open();
    try (Snapshot snapshot = repository.snapshot(repository.head())) {
      StateGate gate = gates.apply(repository, snapshot);
      FixSet fixes =
          FixEngine.of(rules, 2)
              .fix(
                  FixRequest.safe(snapshot, Findings.in(snapshot, rules)).withGates(List.of(gate)));
      if (gate instanceof VerifyGate verify) {
        verify.close();
      }
      return fixes;
    }
  }

  private static void assertKeepsTheGoodOnes(FixSet fixes, int bad) {
    assertThat(fixes.applied()).isEqualTo(GOOD);
    assertThat(fixes.dropped()).hasSize(bad).allMatch(DroppedFix::isQuarantined);
    assertThat(fixes.dropped())
        .extracting(dropped -> dropped.rule().value())
        .containsOnly("bad-rule");
  }

  /** The run on the base commit among them. */
  private static int allowed(int faults) {
    return (int) (faults * (Math.log(GOOD + faults) / Math.log(2) + 3) + 4);
  }

  private static String evidence(FixSet fixes) {
    List<GateResult> gates = fixes.gates();
    return gates.get(gates.size() - 1).evidence();
  }

  private int runs() {
    try {
      return Files.readAllLines(runs).size();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private record Counting(StateGate gate, List<Integer> checks) implements StateGate {

    @Override
    public String name() {
      return gate.name();
    }

    @Override
    public Verdict check(List<FileChange> changes) {
      checks.add(changes.size());
      return gate.check(changes);
    }
  }
}
