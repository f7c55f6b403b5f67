package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class PresizedToArrayTest {

  private final RuleHarness rule = RuleHarness.of(new PresizedToArray());

  @Test
  void reportsAnArrayOfTheSizeOfTheSameCollection() {
    rule.reports(
        """
        import java.util.*;
        class A {
          String[] a(List<String> x, List<String> y) {
            y.toArray(new String[x.size()]);
            y.toArray();
            y.toArray(new String[] {"a"});
            y.toArray(new String[3]);
            y.toArray(String[]::new);
            return x.toArray(new String[x.size()]); // finding: presized
          }
        }
        """);
  }

  @Test
  void passesAnEmptyArray() {
    rule.fixes(
        """
        import java.util.*;
        class A extends ArrayList<String> {
          List<String> names;
          String[] a() {
            return toArray(new String[size()]);
          }
          String[] b(List<String> x) {
            this.names.toArray(new String[this.names.size()]);
            return x.toArray(new String[ x.size() ]);
          }
        }
        """,
        """
        import java.util.*;
        class A extends ArrayList<String> {
          List<String> names;
          String[] a() {
            return toArray(new String[0]);
          }
          String[] b(List<String> x) {
            this.names.toArray(new String[0]);
            return x.toArray(new String[ 0 ]);
          }
        }
        """);
  }

  @Test
  void offersNoFixThatDropsACall() {
    rule.reportsWithoutFix(
        """
        import java.util.*;
        abstract class A {
          abstract List<String> next();
          String[] a() {
            return next().toArray(new String[next().size()]); // finding: presized
          }
        }
        """);
  }

  @Test
  void offersNoFixOverAComment() {
    rule.reportsWithoutFix(
        """
        import java.util.*;
        class A {
          String[] a(List<String> x) {
            return x.toArray(new String[x.size(/* all */)]); // finding: presized
          }
        }
        """);
  }

  @Test
  void survivesAMissingDimension() {
    rule.survives(
        """
        class A { Object a = x.toArray(new String[x.size(]); }
        """);
  }
}
