package io.kirolinter.agents.rule.smell;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class UnusedImportTest {

  private final RuleHarness rule = RuleHarness.of(new UnusedImport());

  @Test
  void reportsAnImportWhoseNameStandsNowhereElse() {
    rule.reports(
        """
        import java.util.List;
        import java.util.Map; // finding: 'Map' is imported and never used
        import static java.util.Objects.requireNonNull; // finding: 'requireNonNull'

        class A {
          List<String> names;
        }
        """);
  }

  @Test
  void countsANameInACommentAsUsed() {
    rule.isSilentOn(
        """
        import java.util.List;

        /** Like a {@link List}. */
        class A {}
        """);
  }

  @Test
  void leavesImportsOnDemandAlone() {
    rule.isSilentOn("import java.util.*;\nimport static java.lang.Math.*;\nclass A {}\n");
  }

  @Test
  void reportsImportsThatBringNothing() {
    rule.reports(
        """
        import java.lang.*; // finding: java.lang is imported always
        import java.util.List;
        import static java.lang.Math.*;
        import static java.util.List.of;
        import java.util.List; // finding: 'List' is imported twice
        import static java.util.List.of; // finding: 'of' is imported twice

        class A {
          List<String> names = of();
        }
        """);
  }

  @Test
  void doesNotTakeAnImportedModuleForAName() {
    assertThat(rule.findings("import module java.base;\nimport module a;\nclass A {}\n")).isEmpty();
  }

  @Test
  void removesTheImportWithItsLine() {
    rule.fixes(
        """
        package a;

        import java.util.List;
        import java.util.Map;

        class A {
          List<String> names;
        }
        """,
        """
        package a;

        import java.util.List;

        class A {
          List<String> names;
        }
        """);
  }

  @Test
  void leavesNoGapWhereAnImportStoodByItself() {
    rule.fixes(
        """
        package a;

        import java.util.Map;

        import java.util.List;

        import java.util.Deque;

        class A {
          List<String> names;
        }
        """,
        """
        package a;

        import java.util.List;

        class A {
          List<String> names;
        }
        """);
    rule.fixes("package a;\n\nimport java.util.Map;\n\nclass A {}\n", "package a;\n\nclass A {}\n");
    rule.fixes("import java.util.Map;\n\nclass A {}\n", "class A {}\n");
  }

  @Test
  void leavesTheEmptyLinesOfAGroupOfWhichEachMayStay() {
    rule.fixes(
        "package a;\n\nimport java.util.Map;\nimport java.util.Set;\n\nclass A {}\n",
        "package a;\n\n\nclass A {}\n");
  }

  @Test
  void keepsAnEmptyLineThatSeparatesWhatStays() {
    rule.fixes("package a;\nimport java.util.Map;\n\nclass A {}\n", "package a;\n\nclass A {}\n");
    rule.fixes("package a;\n\nimport java.util.Map;\nclass A {}\n", "package a;\n\nclass A {}\n");
    rule.fixes(
        "import java.util.Map; // why\n\nimport java.util.Set;\n\nclass A {}\n",
        " // why\n\nclass A {}\n");
    rule.fixes("import java.util.Map;", "");
  }

  @Test
  void keepsAnImportOnTheSameLine() {
    rule.fixes(
        "import java.util.Map; import java.util.List;\nclass A {\n  List<String> names;\n}\n",
        " import java.util.List;\nclass A {\n  List<String> names;\n}\n");
  }

  @Test
  void survivesABrokenImport() {
    rule.survives("import java.util.;\nimport ;\nclass A {}\n");
  }
}
