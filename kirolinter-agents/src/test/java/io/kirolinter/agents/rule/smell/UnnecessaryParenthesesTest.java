package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class UnnecessaryParenthesesTest {

  private final RuleHarness rule = RuleHarness.of(new UnnecessaryParentheses());

  @Test
  void removesParenthesesThatGroupNothing() {
    rule.fixes(
        """
        class A {
          int[] x;
          boolean a(int i, String s, boolean b) {
            int j = (i);
            s = (s).trim();
            if ((i > 1 && b)) {
              throw (new IllegalStateException((s)));
            }
            while ((b)) { j += (x[0]); }
            return((s.isEmpty()));
          }
          String b(Object o) {
            String t = (String) (o);
            return (t == null ? "" : ("a"));
          }
        }
        """,
        """
        class A {
          int[] x;
          boolean a(int i, String s, boolean b) {
            int j = i;
            s = s.trim();
            if (i > 1 && b) {
              throw new IllegalStateException(s);
            }
            while (b) { j += x[0]; }
            return s.isEmpty();
          }
          String b(Object o) {
            String t = (String) o;
            return t == null ? "" : "a";
          }
        }
        """);
  }

  @Test
  void offersNoFixIfLinesAreBrokenInsideTheParentheses() {
    rule.reportsWithoutFix(
        """
        class A {
          void a(boolean b, boolean c) {
            if (( // finding: group nothing
                b && c)) {}
            if ((b && // finding: group nothing
                c
                )) {}
          }
        }
        """);
  }

  @Test
  void removesParenthesesAroundSeveralLines() {
    rule.fixes(
        """
        class A {
          void a(boolean b, boolean c) {
            if ((b
                && c)) {}
          }
        }
        """,
        """
        class A {
          void a(boolean b, boolean c) {
            if (b
                && c) {}
          }
        }
        """);
  }

  @Test
  void offersNoFixOverAComment() {
    rule.reportsWithoutFix(
        """
        class A {
          int a(int i) {
            return (i /* index */); // finding: group nothing
          }
        }
        """);
  }

  @Test
  void leavesParenthesesThatHelpAlone() {
    rule.isSilentOn(
        """
        class A {
          String line;
          boolean a(int i, int j, boolean b, Object o) {
            boolean c = (i == j);
            int k = (i + j) * 2 - (-j);
            if ((line = next()) != null || (b = c)) {
              k = ((int) 1.5) + ((Integer) o).intValue();
            }
            while ((b = c)) { k--; }
            switch (k) { default: }
            synchronized (o) { k++; }
            do { k++; } while (b);
            b = (c && b) || (i > (b ? 1 : 2));
            return (i == j
                && b);
          }
          String next() { return "(a)"; }
          byte[] bytes() { return ("a" + "b").getBytes(); }
          int sign = -(1) + (-1);
          java.util.function.IntUnaryOperator f = (x) -> x;
        }
        """);
  }

  @Test
  void survivesMissingOperands() {
    rule.survives(
        """
        class A { int a() { return (; } int b() { return (); } boolean c = (( }
        """);
  }
}
