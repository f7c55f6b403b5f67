package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class UnusedLocalVariableTest {

  private final RuleHarness rule = RuleHarness.of(new UnusedLocalVariable());

  @Test
  void reportsLocalsThatAreNamedNowhere() {
    rule.reports(
        """
        class A {
          int a(int parameter) {
            int used = 1;
            int b = used; // finding: local variable 'b' is never used
            int c = used, d = 2; // finding: 'c' // finding: 'd'
            for (int i = 0; ; ) { // finding: 'i'
              Object e = new Object(); // finding: 'e'
            }
          }
        }
        """);
  }

  @Test
  void removesALocalWithoutEffect() {
    rule.fixes(
        """
        class A {
          void a(int x) {
            int b;
            final String c = "";
            long d = -1L;
            switch (x) {
              case 1:
                int e = 2;
              default:
                a(1);
            }
          }
        }
        """,
        """
        class A {
          void a(int x) {
            switch (x) {
              case 1:
              default:
                a(1);
            }
          }
        }
        """);
  }

  @Test
  void offersNoFixThatMayChangeAnything() {
    rule.reportsWithoutFix(
        """
        class A {
          int n;
          int a() {
            int b = a(); // finding: 'b'
            int c = n++; // finding: 'c'
            int d = 1, e = 2; // finding: 'd' // finding: 'e'
            int f = 3; // three // finding: 'f'
            // four
            int g = 4; // finding: 'g'
            for (int h = 0; ; ) { // finding: 'h'
            }
          }
        }
        """);
  }

  @Test
  void leavesOtherVariablesAlone() {
    rule.isSilentOn(
        """
        class A {
          int field;
          int a(int parameter, Object o) throws Exception {
            int assigned;
            assigned = 1;
            int unusedResult = a(1, o);
            int ignored = 1;
            @SuppressWarnings("unused")
            int annotated = 1;
            int inLambda = 2;
            Runnable r = () -> System.out.println(inLambda);
            r.run();
            for (int each : new int[0]) {
            }
            try (java.io.Reader resource = new java.io.StringReader("")) {
            } catch (Exception e) {
            }
            java.util.function.IntUnaryOperator f = x -> 1;
            return o instanceof String s ? f.applyAsInt(1) : 2;
          }
        }
        """);
  }

  @Test
  void standsDownOnSyntaxErrors() {
    rule.survives(
        """
        class A { void a() { int b = 1; use(b } void c() { int d; int ; }
        """);
  }
}
