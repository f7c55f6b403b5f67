package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class RepeatedArrayTypeTest {

  private final RuleHarness rule = RuleHarness.of(new RepeatedArrayType());

  @Test
  void leavesTheElementsAlone() {
    rule.fixes(
        """
        import java.util.List;
        class A {
          int[] a = new int[] {1, 2};
          String[][] b = new String [][]{{"a"}, new String[] {"b"}};
          List<?>[] c = new List<?>[] {};
          void a() {
            final Object[] d = new Object[]
                {"x"};
          }
        }
        """,
        """
        import java.util.List;
        class A {
          int[] a = {1, 2};
          String[][] b = {{"a"}, new String[] {"b"}};
          List<?>[] c = {};
          void a() {
            final Object[] d = {"x"};
          }
        }
        """);
  }

  @Test
  void offersNoFixOverAComment() {
    rule.reportsWithoutFix(
        """
        class A {
          int[] a = new int[] /* one */ {1}; // finding: repeats that of the variable
        }
        """);
  }

  @Test
  void leavesOtherArraysAlone() {
    rule.isSilentOn(
        """
        class A {
          Object[] a = new String[] {"a"};
          Object b = new Object[] {"a"};
          int[] c = new int[3];
          int[] d = {1};
          int e[] = new int[] {1};
          int[] f[] = new int[][] {};
          void a() {
            var g = new int[] {1};
            c = new int[] {1};
          }
        }
        """);
  }

  @Test
  void survivesMissingElements() {
    rule.survives(
        """
        class A { int[] a = new int[] {; int[] b = new int[]; }
        """);
  }
}
