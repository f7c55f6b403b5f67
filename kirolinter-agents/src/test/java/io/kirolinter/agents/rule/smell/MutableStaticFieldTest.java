package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class MutableStaticFieldTest {

  private final RuleHarness rule = RuleHarness.of(new MutableStaticField());

  @Test
  void reportsFieldsThatAnyCodeCanChange() {
    rule.reportsWithoutFix(
        """
        class A {
          public static int x; // finding: any code can change 'x'
          static public volatile String[] y = {}; // finding: 'y'
          enum E {
            X;
            public static Object z; // finding: 'z'
          }
        }
        """);
  }

  @Test
  void leavesOtherFieldsAlone() {
    rule.isSilentOn(
        """
        class A {
          public static final int X = 1;
          static int y;
          private static int z;
          public int a;
          interface I {
            int X = 1;
            public static int Y = 2;
          }
          public static void b(int x) {
            int c;
          }
        }
        """);
  }

  @Test
  void survivesHalfAField() {
    rule.survives(
        """
        class A { public static int ; public static = 1; }
        """);
  }
}
