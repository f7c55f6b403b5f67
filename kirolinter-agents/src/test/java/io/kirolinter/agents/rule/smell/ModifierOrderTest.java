package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class ModifierOrderTest {

  private final RuleHarness rule = RuleHarness.of(new ModifierOrder());

  @Test
  void reportsModifiersOutOfOrder() {
    rule.reports(
        """
        class A {
          static public int a; // finding: 'public static'
          final private int b = 1; // finding: 'private final'
          private final int c = 1;
          synchronized private void d() {} // finding: 'private synchronized'
          abstract static class E {}
        }
        """);
  }

  @Test
  void ordersThem() {
    rule.fixes(
        """
        abstract class A {
          final static public int A = 1, B = 2;
          @Deprecated static   final
              private int c = 1;
          abstract protected void d();
        }
        """,
        """
        abstract class A {
          public static final int A = 1, B = 2;
          @Deprecated private   static
              final int c = 1;
          protected abstract void d();
        }
        """);
  }

  @Test
  void offersNoFixOverAnAnnotationOrComment() {
    rule.reportsWithoutFix(
        """
        class A {
          static @Deprecated public int a; // finding: 'public static'
          static /* all */ public int b; // finding: 'public static'
        }
        """);
  }

  @Test
  void leavesSealedTypesAndTypeAnnotationsAlone() {
    rule.isSilentOn(
        """
        class A {
          sealed public interface S permits T {}
          non-sealed static public class T implements S {}
          public static @Deprecated int a;
          void b() {
            for (final int i = 0, j = 0; ; ) {
            }
          }
        }
        """);
  }

  @Test
  void survivesModifiersOfNothing() {
    rule.survives(
        """
        class A { static public ; final private }
        """);
  }
}
