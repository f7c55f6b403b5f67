package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class DefaultConstructorTest {

  private final RuleHarness rule = RuleHarness.of(new DefaultConstructor());

  @Test
  void removesTheConstructor() {
    rule.fixes(
        """
        public class A {

          int x;

          public A() {
            super();
          }

          int a() {
            return x;
          }

          static class B extends A {
            B() {}
          }

          private static class C {
            int y;

            private C() {}
          }

          enum D {
            X;

            private D() {}

            void d() {}
          }

          static class E { E() {} int e; }
        }
        """,
        """
        public class A {

          int x;

          int a() {
            return x;
          }

          static class B extends A {
          }

          private static class C {
            int y;
          }

          enum D {
            X;

            void d() {}
          }

          static class E { int e; }
        }
        """);
  }

  @Test
  void leavesOtherConstructorsAlone() {
    rule.isSilentOn(
        """
        public class A {
          /** Called by the container. */
          public A() {}
          static class B {
            private B() {}
          }
          public static class C {
            C() {}
          }
          static class D {
            @Deprecated
            D() {}
          }
          static class E {
            E() {
              // nothing to set up
            }
          }
          static class F {
            F() {}
            F(int x) {}
          }
          static class G {
            G() throws Exception {}
          }
          static class H {
            int x;
            H() { x = 1; }
          }
          record I(int x) {
            I {}
          }
          static class J {
            <T> J() {}
          }
          static class K {
            int K;
            void K() {}
          }
        }
        """);
  }

  @Test
  void leavesClassesOfLombokAlone() {
    rule.isSilentOn(
        """
        import lombok.AllArgsConstructor;
        @AllArgsConstructor
        class A {
          int x;
          A() {}
        }
        """);
  }

  @Test
  void survivesHalfAConstructor() {
    rule.survives(
        """
        class A { A( {} } class B { B() { super( } } class C { C() }
        """);
  }
}
