package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class LocalBeforeReturnTest {

  private final RuleHarness rule = RuleHarness.of(new LocalBeforeReturn());

  @Test
  void returnsTheValue() {
    rule.fixes(
        """
        import java.util.*;
        class A<T> {
          int a(int i) {
            final int result = i + 1;
            return result;
          }
          Map<String, List<T>> b() {
            Map<String,List<T>> b = new HashMap<>(
                1);

            return b;
          }
          T c(T x) {
            if (x != null) { T y = x; return y; }
            try {
              Object o = new Object() { int d() { int e = 1; return e; } };
              return x;
            } finally { hashCode(); }
          }
          Runnable f() {
            Runnable r = () -> { /* kept */ };
            return r;
          }
        }
        """,
        """
        import java.util.*;
        class A<T> {
          int a(int i) {
            return i + 1;
          }
          Map<String, List<T>> b() {
            return new HashMap<>(
                1);
          }
          T c(T x) {
            if (x != null) { return x; }
            try {
              Object o = new Object() { int d() { return 1; } };
              return x;
            } finally { hashCode(); }
          }
          Runnable f() {
            return () -> { /* kept */ };
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
            int next = i + 1; // the next one // finding: instead of naming it 'next' first
            return next;
          }
        }
        """);
  }

  @Test
  void leavesNeededVariablesAlone() {
    rule.isSilentOn(
        """
        import java.util.List;
        class A {
          long a(int i) {
            int result = i * i;
            return result;
          }
          @SuppressWarnings("unchecked")
          <T> List<T> b(Object o) {
            @SuppressWarnings("unchecked")
            List<T> result = (List<T>) o;
            return result;
          }
          int[] c() {
            int[] result = {1};
            return result;
          }
          int d(int i) {
            int one = i, two = i;
            return two;
          }
          Object e() {
            var result = new Object();
            java.util.function.IntSupplier s = () -> { int x = 1; return x; };
            return result;
          }
          int f(int i) {
            int result = i;
            i++;
            return result;
          }
          int g(int i) {
            int result;
            result = i;
            return result;
          }
          int field;
          int h(int i) {
            int other = i;
            return field;
          }
        }
        """);
  }

  @Test
  void survivesHalfADeclaration() {
    rule.survives(
        """
        class A { int a() { int x = ; return x; } int b() { int y = 1 return y; } c() { int z = 1; return z; } }
        """);
  }
}
