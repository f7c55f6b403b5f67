package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class VerboseAnnotationTest {

  private final RuleHarness rule = RuleHarness.of(new VerboseAnnotation());

  @Test
  void shortensTheAnnotation() {
    rule.fixes(
        """
        import java.lang.annotation.*;
        @SuppressWarnings({"unchecked"})
        @Retention(value = RetentionPolicy.SOURCE)
        @Target(value = {ElementType.TYPE, })
        @interface A {
          String[] names() default {};
          int count() default 1;
          @A(names = { "x" }, count = 2)
          @Deprecated()
          class B {
            @SuppressWarnings( value={ "a" } ) int x;
          }
        }
        """,
        """
        import java.lang.annotation.*;
        @SuppressWarnings("unchecked")
        @Retention(RetentionPolicy.SOURCE)
        @Target(ElementType.TYPE)
        @interface A {
          String[] names() default {};
          int count() default 1;
          @A(names = "x", count = 2)
          @Deprecated
          class B {
            @SuppressWarnings( "a" ) int x;
          }
        }
        """);
  }

  @Test
  void offersNoFixOverAComment() {
    rule.reportsWithoutFix(
        """
        class A {
          @SuppressWarnings(/* why */ {/* these */ "a"}) // finding: says the same with less
          int x;
        }
        """);
  }

  @Test
  void leavesNeededWordsAlone() {
    rule.isSilentOn(
        """
        class A {
          @SuppressWarnings({"a", "b"})
          @B(value = "x", other = {@C("x")})
          @D({})
          @E({
            "x"
          })
          @F(values = "x")
          int x;
        }
        """);
  }

  @Test
  void survivesHalfAnAnnotation() {
    rule.survives(
        """
        class A { @B( int x; @C({) int y; @D(value = ) int z; }
        """);
  }
}
