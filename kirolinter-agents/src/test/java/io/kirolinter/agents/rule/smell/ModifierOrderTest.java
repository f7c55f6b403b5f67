package io.kirolinter.agents.rule.smell;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import io.kirolinter.core.source.TextEdit;
import io.kirolinter.core.source.TextEdits;
import java.util.List;
import java.util.stream.Stream;
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

  @Test
  void leavesModifiersThatSayNothingToTheRuleThatRemovesThem() {
    String before =
        """
        interface A {
          final static public int X = 1;
          static abstract protected class B {
            final static private void c() {}
            final static public void d() {}
          }
          static strictfp public class E {}
        }
        """;
    List<TextEdit> edits =
        Stream.of(rule, RuleHarness.of(new RedundantModifier()))
            .flatMap(one -> one.findings(before).stream())
            .flatMap(finding -> finding.fix().orElseThrow().edits().stream())
            .toList();

    assertThat(TextEdits.apply(before, edits))
        .isEqualTo(
            """
            interface A {
              int X = 1;
              protected abstract class B {
                private static void c() {}
                public static final void d() {}
              }
              strictfp class E {}
            }
            """);
  }
}
