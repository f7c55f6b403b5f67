package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class ExplicitTypeArgumentTest {

  private final RuleHarness rule = RuleHarness.of(new ExplicitTypeArgument());

  @Test
  void usesTheDiamond() {
    rule.fixes(
        """
        import java.util.*;
        class A {
          Map<String, List<Integer>> a = new HashMap<String,List<Integer>>(3);
          final List<Object> b;
          A(Collection<String> c) {
            b = new ArrayList<Object>(c);
            this.a = new TreeMap<String, List<Integer>>();
            List<String> d = new java.util.ArrayList<String>(c);
          }
          List<Object> returned() {
            if (b.isEmpty()) {
              return new LinkedList<Object>();
            }
            return new ArrayList<Object>(b);
          }
        }
        """,
        """
        import java.util.*;
        class A {
          Map<String, List<Integer>> a = new HashMap<>(3);
          final List<Object> b;
          A(Collection<String> c) {
            b = new ArrayList<>(c);
            this.a = new TreeMap<>();
            List<String> d = new java.util.ArrayList<>(c);
          }
          List<Object> returned() {
            if (b.isEmpty()) {
              return new LinkedList<>();
            }
            return new ArrayList<>(b);
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
          List<String> a = new ArrayList</* names */ String>(); // finding: write <>
        }
        """);
  }

  @Test
  void leavesWhatSaysMoreAlone() {
    rule.isSilentOn(
        """
        import java.util.*;
        class A {
          List<? extends Number> a = new ArrayList<Integer>();
          List<String> b = new ArrayList<>();
          List c = new ArrayList<String>();
          List<String> d = new ArrayList<String>() {};
          Object e = new ArrayList<String>();
          List<String> f = Collections.<String>emptyList();
          int g = 1;
          void h() {
            var i = new ArrayList<String>();
            e = new ArrayList<String>();
            b = c;
          }
          List<Object> anonymous() { return new ArrayList<Object>() {}; }
          Object wider() { return new ArrayList<Object>(); }
          List<?> open() { return new ArrayList<Object>(); }
          List<String> elsewhere() {
            e = (java.util.function.Supplier<?>) () -> { return new ArrayList<String>(); };
            Runnable r = () -> { return; };
            return null;
          }
          A() { return; }
        }
        """);
  }

  @Test
  void survivesMissingArguments() {
    rule.survives(
        """
        import java.util.*;
        class A { List<String> a = new ArrayList<String; List<> b = new ArrayList<>(); List<String> c = }
        """);
  }
}
