package io.kirolinter.agents.rule.correctness;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import io.kirolinter.core.finding.FixLevel;
import org.junit.jupiter.api.Test;

class DoubleCheckedLockingTest {

  private final RuleHarness rule = RuleHarness.of(new DoubleCheckedLocking());

  private static String lazy(String field) {
    return """
        class Sample {
          %s
          Object run() {
            if (one == null) {
              synchronized (this) {
                if (one == null) {
                  one = new Object();
                }
              }
            }
            return one;
          }
        }
        """
        .formatted(field);
  }

  @Test
  void makesTheFieldVolatile() {
    rule.fixes(lazy("private static Object one;"), lazy("private static volatile Object one;"));
    rule.fixes(lazy("@Deprecated Object one;"), lazy("@Deprecated volatile Object one;"));
  }

  @Test
  void isSafeForAPrivateFieldOnly() {
    assertThat(rule.findings(lazy("private Object one;")).get(0).fixLevel())
        .isEqualTo(FixLevel.SAFE);
    assertThat(rule.findings(lazy("Object one;")).get(0).fixLevel()).isEqualTo(FixLevel.UNSAFE);
  }

  @Test
  void onlySuggestsWhereTheFieldIsCheckedInMorePlaces() {
    String twice = lazy("private Object one; boolean none() { return one == null; }");
    assertThat(rule.findings(twice).get(0).fixLevel()).isEqualTo(FixLevel.SUGGESTION);
  }

  @Test
  void acceptsVolatileFieldsAndOnesThatAreWhole() {
    rule.isSilentOn(lazy("private volatile Object one;"));
    rule.isSilentOn(lazy("private String one;"));
    rule.isSilentOn(lazy(""));
  }

  @Test
  void acceptsOneCheckOrOtherStatements() {
    rule.isSilentOn(
        """
        class Sample {
          private Object one;
          private Object two;
          void run() {
            synchronized (this) { if (one == null) { one = new Object(); } }
            if (one == null) { synchronized (this) { one = new Object(); } }
            if (one == null) { synchronized (this) { if (two == null) { one = new Object(); } } }
            if (one == null) { synchronized (this) { if (one == null) { run(); } } }
            if (one != null) { synchronized (this) { if (one != null) { one = null; } } }
            if (one == null) { }
            if (one == null) synchronized (this) { }
            if (one == null) run();
          }
          void local(Object one) {
            if (one == null) { synchronized (this) { if (one == null) { one = new Object(); } } }
          }
        }
        """);
  }

  @Test
  void survivesAMissingBlock() {
    rule.survives(
        """
        class Sample { Object a; void run() { if (a == null) { synchronized (this) { if (a == } } }
        """);
  }
}
