package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class BoxedForOneCallTest {

  private final RuleHarness rule = RuleHarness.of(new BoxedForOneCall());

  @Test
  void callsTheStaticMethod() {
    rule.fixes(
        """
        class A {
          String a(int i, long l, char c, boolean b, double d, Double other) {
            int hash = Double.valueOf(d).hashCode() + new Integer(7).hashCode();
            int order = Double.valueOf(d).compareTo(other) + (Long.valueOf(l)).compareTo(2L);
            return Integer.valueOf(i).toString() + new Long(l).toString() + Character.valueOf(c).toString()
                + Boolean.valueOf(b).toString();
          }
        }
        """,
        """
        class A {
          String a(int i, long l, char c, boolean b, double d, Double other) {
            int hash = Double.hashCode(d) + Integer.hashCode(7);
            int order = Double.compare(d, other) + Long.compare(l, 2L);
            return Integer.toString(i) + Long.toString(l) + Character.toString(c)
                + Boolean.toString(b);
          }
        }
        """);
  }

  @Test
  void offersNoFixOverAComment() {
    rule.reportsWithoutFix(
        """
        class A {
          String a(int i) {
            return Integer.valueOf(i) // finding: Integer.toString
                // as text
                .toString();
          }
        }
        """);
  }

  @Test
  void leavesBoxesAloneThatDoMore() {
    rule.isSilentOn(
        """
        class A {
          Object a(int i, String s, float f, Integer boxed, short h) {
            Integer kept = Integer.valueOf(i);
            boolean same = Integer.valueOf(i).equals(boxed);
            String parsed = Integer.valueOf(s).toString();
            String again = Integer.valueOf(boxed).toString();
            String wider = Double.valueOf(f).toString() + Integer.valueOf(h).toString();
            return String.valueOf(i).toString() + kept.toString() + Integer.valueOf(i).byteValue();
          }
        }
        """);
  }

  @Test
  void leavesATypeOfTheSameNameAlone() {
    rule.isSilentOn(
        """
        class A {
          String a(int i) {
            return new Integer(i).toString();
          }
          static class Integer {
            Integer(int x) {}
          }
        }
        """);
  }

  @Test
  void survivesAMissingName() {
    rule.survives(
        """
        class A { String a(int i) { return Integer.valueOf(i).; } }
        """);
  }
}
