package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class BoxedConstructorTest {

  private final RuleHarness rule = RuleHarness.of(new BoxedConstructor());

  @Test
  void reportsConstructorsOfBoxes() {
    rule.reports(
        """
        class A {
          Object a = new Integer(1); // finding: Integer.valueOf
          Object b = new Boolean("true"); // finding: Boolean.valueOf
          Object c = new Object();
          Object d = new java.util.ArrayList<String>(3);
        }
        """);
  }

  @Test
  void callsValueOfInstead() {
    rule.fixes(
        """
        class A {
          Integer a = new Integer(1);
          Long b = new Long(1);
          Character c = new Character('x');
          Float d = new Float(1f);
          Float e = new Float("1");
          int f = new Integer("7").hashCode() + new Integer(new Integer(3));
        }
        """,
        """
        class A {
          Integer a = Integer.valueOf(1);
          Long b = Long.valueOf(1);
          Character c = Character.valueOf('x');
          Float d = Float.valueOf(1f);
          Float e = Float.valueOf("1");
          int f = Integer.valueOf("7").hashCode() + Integer.valueOf(Integer.valueOf(3));
        }
        """);
  }

  @Test
  void offersNoFixWhereIdentityMatters() {
    rule.reportsWithoutFix(
        """
        class A {
          boolean a = new Integer(1) == (Object) 1; // finding:
          boolean b = (Object) 1 != new Integer(1); // finding:
          void c() {
            assertNotSame(1, new Integer(1)); // finding:
            System.identityHashCode(new Long(1)); // finding:
            synchronized (new Object()) {
            }
          }
          void assertNotSame(Object a, Object b) {}
        }
        """);
  }

  @Test
  void offersNoFixForAFloatOfADouble() {
    rule.reportsWithoutFix(
        """
        class A {
          Float a = new Float(1.0); // finding:
          Float b(double x) {
            return new Float(x); // finding:
          }
        }
        """);
  }

  @Test
  void offersNoFixOverAComment() {
    rule.reportsWithoutFix(
        """
        class A {
          Integer a = new /* why */ Integer(1); // finding:
        }
        """);
  }

  @Test
  void leavesATypeOfTheSameNameAlone() {
    rule.isSilentOn(
        """
        class A {
          Object a = new Integer(1);
          static class Integer {
            Integer(int x) {}
          }
        }
        """);
  }

  @Test
  void leavesAnImportedTypeOfTheSameNameAlone() {
    rule.isSilentOn(
        """
        import com.acme.Character;
        class A {
          Object a = new Character("Faust");
        }
        """);
  }

  @Test
  void leavesObjectsToTheRulesThatDoAwayWithThem() {
    rule.isSilentOn(
        """
        class A {
          String a(String s, int i) {
            int one = new Integer(s);
            long two = (new Long(s)).longValue();
            return new Integer(i).toString();
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class A { Integer a = new Integer(; Object b = new ; }
        """);
  }
}
