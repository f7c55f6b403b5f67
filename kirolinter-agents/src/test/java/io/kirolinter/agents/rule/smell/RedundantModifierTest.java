package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class RedundantModifierTest {

  private final RuleHarness rule = RuleHarness.of(new RedundantModifier());

  @Test
  void reportsEachDeclarationOnce() {
    rule.reports(
        """
        interface A {
          public int X = 1, Y = 2; // finding: 'public' says what holds anyway
          public abstract void a(); // finding: 'public abstract'
          void b();
          public static void c() {} // finding: 'public'
          public default void d() {} // finding: 'public'
          private void e() {}
          public static class F { // finding: 'public static'
            public static final int Z = 1;
          }
          public @interface G {} // finding: 'public'
        }
        """);
  }

  @Test
  void leavesWhatAnAnnotationNeedsInJava8() {
    rule.isSilentOn(
        """
        class A {
          @SafeVarargs
          private final <T> void a(T... values) {}

          @java.lang.SafeVarargs
          private final <T> void b(T... values) {}
        }
        """);
  }

  @Test
  void removesThem() {
    rule.fixes(
        """
        public interface A {
          public static final int X = 1, Y = 2;
          public abstract void a();
          @Deprecated public String b();
          abstract interface B {
            public
            int c();
          }
          class C {
            static interface D {}
            static enum E {
              X;

              private E() {}
            }
            static final record F(int x) {}
            private final void g(final int x) throws Exception {
              try (final java.io.StringReader r = new java.io.StringReader("")) {
                r.read();
              }
            }
            private static final int H = 1;
            static class I {}
          }
        }
        """,
        """
        public interface A {
          int X = 1, Y = 2;
          void a();
          @Deprecated String b();
          interface B {
            int c();
          }
          class C {
            interface D {}
            enum E {
              X;

              E() {}
            }
            record F(int x) {}
            private void g(final int x) throws Exception {
              try (java.io.StringReader r = new java.io.StringReader("")) {
                r.read();
              }
            }
            private static final int H = 1;
            static class I {}
          }
        }
        """);
  }

  @Test
  void offersNoFixBeforeAComment() {
    rule.reportsWithoutFix(
        """
        interface A {
          public /* for all */ void a(); // finding: 'public'
          public // for all // finding: 'public'
          void b();
        }
        """);
  }

  @Test
  void leavesWhatMattersAlone() {
    rule.isSilentOn(
        """
        abstract class A {
          public abstract void a();
          public final void b() {}
          static final int X = 1;
          private A() {}
          record R(int x) {
            static final int Y = 1;
            private static void z() {}
          }
          enum E {
            ONE {
              public void x() {}
            };
            private void y() {}
          }
        }
        """);
  }

  @Test
  void survivesMembersWithoutType() {
    rule.survives(
        """
        interface A { public ; public x; public abstract }
        """);
  }
}
