package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class AbsOfHashCodeTest {

  private final RuleHarness rule = RuleHarness.of(new AbsOfHashCode());

  @Test
  void takesAFloorModInstead() {
    rule.fixes(
        """
        class Sample {
          int run(Object key, java.util.Random random, int n) {
            int a = 1 + Math.abs(key.hashCode()) % (n + 1);
            return a + Math.abs(random.nextInt()) % 10;
          }
        }
        """,
        """
        class Sample {
          int run(Object key, java.util.Random random, int n) {
            int a = 1 + Math.floorMod(key.hashCode(), n + 1);
            return a + Math.floorMod(random.nextInt(), 10);
          }
        }
        """);
  }

  @Test
  void reportsWithoutFixWhereNoRemainderIsTaken() {
    rule.reportsWithoutFix(
        """
        class Sample {
          long run(Object key, java.util.Random random, int n) {
            int a = Math.abs(java.util.Objects.hash(key, n)); // finding: negative
            int b = n % Math.abs(key.hashCode()); // finding:
            int c = Math.abs(key.hashCode()) /* why */ % n; // finding:
            return a + b + Math.abs((random.nextLong())); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsBoundedNumbers() {
    rule.isSilentOn(
        """
        class Sample {
          int run(java.util.Random random, int n) {
            return Math.abs(random.nextInt(n)) + Math.abs(n) + Math.abs(random.nextInt() % n);
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { int run(Object o) { return Math.abs(o.hashCode()) % ; } }
        """);
  }
}
