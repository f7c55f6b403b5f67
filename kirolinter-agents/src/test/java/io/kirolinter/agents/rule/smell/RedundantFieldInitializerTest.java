package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class RedundantFieldInitializerTest {

  private final RuleHarness rule = RuleHarness.of(new RedundantFieldInitializer());

  @Test
  void leavesTheValueOut() {
    rule.fixes(
        """
        import java.util.*;
        class A {
          private static final Object LOCK = new Object();
          private static A instance = null;
          static long count=0L, other = 1;
          int i = 0;
          private @Nullable String maybe = null;
          String s
              = null;
          final List<String> list = new ArrayList<>(List.of("x"));
          private volatile boolean done = false; // not yet
          double d = 0.0, e = 0x0, f = 1;
          char c = '\\0';
          int[] array[] = null;
          @interface Nullable {}
          class Inner implements Runnable {
            Object o = null;
            public void run() {}
          }
        }
        """,
        """
        import java.util.*;
        class A {
          private static final Object LOCK = new Object();
          private static A instance;
          static long count, other = 1;
          int i;
          private @Nullable String maybe;
          String s;
          final List<String> list = new ArrayList<>(List.of("x"));
          private volatile boolean done; // not yet
          double d, e, f = 1;
          char c;
          int[] array[];
          @interface Nullable {}
          class Inner implements Runnable {
            Object o;
            public void run() {}
          }
        }
        """);
  }

  @Test
  void offersNoFixOverAComment() {
    rule.reportsWithoutFix(
        """
        class A {
          int x = /* none yet */ 0; // finding: 'x' is 0 anyway
        }
        """);
  }

  @Test
  void leavesOtherFieldsAlone() {
    rule.isSilentOn(
        """
        class A {
          final int a = 0;
          @Deprecated int b = 0;
          @Nullable @Deprecated Object old = null;
          @interface Nullable {}
          Integer c = 0;
          Boolean d = false;
          int e = 1;
          String f = "";
          double g = -0.0;
          float i = -0f;
          void h() {
            int i = 0;
            new Object() { int j = 0; };
          }
          interface I {
            int X = 0;
          }
          enum E {
            Y;
            int k = 0;
          }
          static class Child extends A {
            int l = 0;
          }
        }
        """);
  }

  @Test
  void leavesFieldsThatCodeAboveMaySetAlone() {
    rule.isSilentOn(
        """
        class A {
          static final A ONE = new A();
          static int count = 0;
          int a = b();
          int c = 0;
          A() { count++; }
          int b() { c = 1; return 2; }
          static class B {
            { set(); }
            int d = 0;
            void set() { d = 1; }
          }
          static class C {
            Runnable r = start(() -> d());
            int e = 0;
            static Runnable start(Runnable r) { r.run(); return r; }
            void d() { e = 1; }
          }
          static class D {
            Thread t = new Thread(this::d);
            int e = 0;
            void d() { e = 1; }
          }
          static class E {
            java.util.List<Object> l = java.util.List.of(this);
            int e = 0;
          }
        }
        """);
  }

  @Test
  void survivesHalfAField() {
    rule.survives(
        """
        class A { int a = 0 int b = ; boolean = false; }
        """);
  }
}
