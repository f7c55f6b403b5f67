package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class ArrayCopyLoopTest {

  private final RuleHarness rule = RuleHarness.of(new ArrayCopyLoop());

  @Test
  void callsArraycopyInstead() {
    rule.fixes(
        """
        class A {
          int[] field = new int[9];
          void a(int[] from, int[] to, int n, String[] names, String[] kept, int off) {
            for (int i = 0; i < from.length; i++) {
              to[i] = from[i];
            }
            for (int k = 0; k < n; ++k) this.field[k] = from[off + k];
            for (int i = 0; i < n - 1; i++)
              kept[i + 1] = names[i];
          }
        }
        """,
        """
        class A {
          int[] field = new int[9];
          void a(int[] from, int[] to, int n, String[] names, String[] kept, int off) {
            System.arraycopy(from, 0, to, 0, from.length);
            System.arraycopy(from, off, this.field, 0, n);
            System.arraycopy(names, 0, kept, 1, n - 1);
          }
        }
        """);
  }

  @Test
  void offersNoFixOverAComment() {
    rule.reportsWithoutFix(
        """
        class A {
          void a(int[] from, int[] to) {
            for (int i = 0; i < 3; i++) { // finding: System.arraycopy
              to[i] = from[i]; // the first three
            }
          }
        }
        """);
  }

  @Test
  void leavesLoopsAloneThatDoMore() {
    rule.isSilentOn(
        """
        class A {
          void a(int[] from, int[] to, long[] wide, int[][] table, int n, java.util.Iterator<Integer> all) {
            for (int i = 0; i < n; i++) {
              to[i] = from[i];
              n--;
            }
            for (int i = 0; i < n; i++) { to[i] = from[i] + 1; }
            for (int i = 0; i < n; i++) { to[i] += from[i]; }
            for (int i = 0; i < n; i++) { wide[i] = from[i]; }
            for (int i = 0; i < n; i++) { to[i] = to[i + 1]; }
            for (int i = 0; i < n; i++) { to[i] = table[0][i]; }
            for (int i = 0; i < n; i++) { to[n - i] = from[i]; }
            for (int i = 0; i < n; i++) { to[i] = from[0]; }
            for (int i = 0; i < n; i++) { to[i + i] = from[i]; }
            for (int i = 0; i < n; i++) { to[i * 2] = from[i]; }
            for (int i = 0; i < n; i++) { to[i + all.next()] = from[i]; }
          }
        }
        """);
  }

  @Test
  void leavesLoopsAloneThatCountInAnotherWay() {
    rule.isSilentOn(
        """
        class A {
          int i;
          void a(int[] from, int[] to, int n, java.util.Iterator<Integer> all) {
            for (int i = 1; i < n; i++) { to[i] = from[i]; }
            for (int i = 0; i <= n; i++) { to[i] = from[i]; }
            for (int i = 0; i < all.next(); i++) { to[i] = from[i]; }
            for (int i = 0; i < n; i += 2) { to[i] = from[i]; }
            for (int i = 0; i < n; i--) { to[i] = from[i]; }
            for (int i = 0; i < n; n++) { to[i] = from[i]; }
            for (int i = 0; n < i; i++) { to[i] = from[i]; }
            for (int i = n; i < n; i++) { to[i] = from[i]; }
            for (int i = 0, k = 0; i < n; i++) { to[i] = from[i]; }
            for (i = 0; i < n; i++) { to[i] = from[i]; }
            for (;;) { to[i] = from[i]; }
          }
        }
        """);
  }

  @Test
  void survivesAnUnfinishedLoop() {
    rule.survives(
        """
        class A { void a(int[] x, int[] y) { for (int i = 0; i < ; i++) { x[i] = y[i]; } for (int i = 0; i < 3; i++) x[i] = y[; } }
        """);
  }
}
