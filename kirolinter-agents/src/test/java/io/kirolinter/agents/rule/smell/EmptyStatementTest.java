package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class EmptyStatementTest {

  private final RuleHarness rule = RuleHarness.of(new EmptyStatement());

  @Test
  void reportsSemicolonsThatEndNothing() {
    rule.reports(
        """
        class A {
          int a;; // finding: does nothing
          void b() {
            ; // finding: does nothing
            int c = 1;; // finding: does nothing
            while (c > 0);
            for (;;) ;
          }; // finding: does nothing
          static {}; // finding:
          class D {}; // finding:
        }; // finding:
        """);
  }

  @Test
  void removesThem() {
    rule.fixes(
        """
        class A {
          int a = 1;;
          void b(int x) {
            ;
            a++;; // counts
            switch (x) {
              case 1:
                ;
              default: {;}
            }
            if (x > 0) ; else ;
          };
          ; // why
          enum E {
            X {
              void c() {};
            },
            Y;
            int d;;
          }
        };
        """,
        """
        class A {
          int a = 1;
          void b(int x) {
            a++; // counts
            switch (x) {
              case 1:
              default: {}
            }
            if (x > 0) ; else ;
          }
         // why
          enum E {
            X {
              void c() {}
            },
            Y;
            int d;
          }
        }
        """);
  }

  @Test
  void looksBehindComments() {
    rule.reports(
        """
        class A {
          void a() {} /* b */ // c
          ; // finding: does nothing
          void d() {} /* e */
        }
        """);
  }

  @Test
  void leavesTheSemicolonBehindConstantsAlone() {
    rule.isSilentOn(
        """
        enum E {
          X {};
          int a, b;
          record R(int x, int y) {}
        }
        """);
  }

  @Test
  void survivesStrayBraces() {
    rule.survives(
        """
        class A { void a() {}; } ; } class B { void b() { ;
        """);
  }
}
