package io.kirolinter.agents.rule.smell;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import org.junit.jupiter.api.Test;

class QualifiedImportedTypeTest {

  private final RuleHarness rule = RuleHarness.of(new QualifiedImportedType());

  @Test
  void leavesThePackageOut() {
    rule.fixes(
        """
        import java.util.List;
        import java.util.ArrayList;
        import java.util.Map;
        class A {
          java.util.List<String> a = new java.util.ArrayList<>();
          java.util.Map.Entry<String, String> b(List<String> x) throws java.io.IOException {
            java.util.ArrayList.class.getName();
            return java.util.Map.entry("", "java.util.Map");
          }
        }
        """,
        """
        import java.util.List;
        import java.util.ArrayList;
        import java.util.Map;
        class A {
          List<String> a = new ArrayList<>();
          Map.Entry<String, String> b(List<String> x) throws java.io.IOException {
            ArrayList.class.getName();
            return Map.entry("", "java.util.Map");
          }
        }
        """);
  }

  @Test
  void leavesNamesWithAnotherMeaningAlone() {
    rule.isSilentOn(
        """
        import java.net.URI;
        import java.util.List;
        import java.util.Map;
        import java.awt.*;
        import static java.util.Objects.hash;
        class A<Map extends Comparable<Map>> {
          static final String URI = "x";
          java.net.URI a = java.net.URI.create("");
          java.util.Map<String, String> b;
          java.awt.Color c;
          java.util.Set<String> d;
          java.util.List<String> e;
          int f = java.util.Objects.hash(1);
          class List {}
          /** {@link java.util.Map} */
          void g() {}
        }
        """);
  }

  @Test
  void survivesHalfAName() {
    rule.survives(
        """
        import java.util.List;
        class A { java.util. x; java.util.List<String y; }
        """);
  }

  @Test
  void isNotSureOfAClassThatMayInheritTypes() {
    String source =
        """
        import java.util.List;
        class A extends B {
          java.util.List<String> a;
        }
        """;
    assertThat(rule.findings(source))
        .extracting(Finding::fixLevel)
        .containsExactly(FixLevel.UNSAFE);
    String used = source.replace("extends B", "extends B<List>");
    assertThat(rule.findings(used)).extracting(Finding::fixLevel).containsExactly(FixLevel.SAFE);
  }
}
