package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class CStyleArrayTest {

  private final RuleHarness rule = RuleHarness.of(new CStyleArray());

  @Test
  void reportsBracketsBehindTheName() {
    rule.reports(
        """
        class A {
          int a[]; // finding: the brackets of 'a' belong to its type
          int[] b;
          void c(String args[], int... more) {} // finding: 'args'
          int d, e[]; // finding: 'e'
          String f;
        }
        """);
  }

  @Test
  void movesThemToTheType() {
    rule.fixes(
        """
        import java.util.List;
        class A {
          final int a[] = {1}, unused = 2;
          private List<String> b [ ] [] = new List[0][];
          int[] c[] = new int[1][];
          java.util.Map.Entry<String, String> d[];
          void e(String args[]) {
            for (int f[] = {1}; ; ) {
            }
          }
        }
        """,
        """
        import java.util.List;
        class A {
          final int a[] = {1}, unused = 2;
          private List<String>[][] b = new List[0][];
          int[][] c = new int[1][];
          java.util.Map.Entry<String, String>[] d;
          void e(String[] args) {
            for (int[] f = {1}; ; ) {
            }
          }
        }
        """);
  }

  @Test
  void offersNoFixForSeveralVariablesOrOverAComment() {
    rule.reportsWithoutFix(
        """
        class A {
          int a[], b; // finding: 'a'
          int c /* all */ []; // finding: 'c'
          void d() {
            int e, f[]; // finding: 'f'
          }
        }
        """);
  }

  @Test
  void survivesMissingBrackets() {
    rule.survives(
        """
        class A { int a[ ; int [] ; int b]; void c(int d[) {} }
        """);
  }
}
