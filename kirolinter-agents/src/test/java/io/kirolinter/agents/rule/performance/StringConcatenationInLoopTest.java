package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class StringConcatenationInLoopTest {

  private final RuleHarness rule = RuleHarness.of(new StringConcatenationInLoop());

  @Test
  void reportsAStringThatGrowsInALoop() {
    rule.reports(
        """
        class A {
          String a(String[] parts, String p) {
            String s = "";
            for (String part : parts) {
              s += part; // finding: string 's' is copied in every round
              if (part.isEmpty()) {
                p = p + part + 1; // finding: 'p'
              }
            }
            while (s.length() < 9) s += " "; // finding: 's'
            do {
              s = s + 1; // finding: 's'
            } while (s.length() < 20);
            for (int i = 0; i < 3; i++) {
              s += i; // finding: 's'
            }
            return s + p;
          }
        }
        """);
  }

  @Test
  void leavesOneConcatenationARoundAlone() {
    rule.isSilentOn(
        """
        class A {
          int n;
          String field;
          String a(String[] parts) {
            String s = "";
            s += 1;
            for (String part : parts) {
              String t = "";
              t += part;
              n += 1;
              field += part;
              s = part + s;
              s = part;
              int i = 0;
              i = i + 1;
            }
            return s;
          }
        }
        """);
  }

  @Test
  void leavesTheLastRoundAlone() {
    rule.isSilentOn(
        """
        class A {
          String a(String[] parts) {
            String s = "";
            for (String part : parts) {
              if (part.isEmpty()) {
                s += part;
                break;
              }
              if (part.length() == 3) {
                s += "x";
                return s;
              }
            }
            return s;
          }
        }
        """);
  }

  @Test
  void leavesALoopAroundAnotherClassAlone() {
    rule.isSilentOn(
        """
        class A {
          void a(String[] parts) {
            for (String part : parts) {
              new Object() {
                String b() {
                  String s = "";
                  s += part;
                  return s;
                }
              }.b();
            }
          }
        }
        """);
  }

  @Test
  void survivesALoopWithoutBody() {
    rule.survives(
        """
        class A { void a() { String s = ""; for (;;) s += ; while s += 1 } }
        """);
  }
}
