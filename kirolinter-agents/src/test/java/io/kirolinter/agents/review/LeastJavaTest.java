package io.kirolinter.agents.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.JavaLevel;
import io.kirolinter.core.source.SourcePath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fixes that write what old Javas do not have say so. */
class LeastJavaTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "explicit-type-argument | List<String> a = new ArrayList<String>(); | 7",
        "boxed-for-one-call | int a(int i) { return Integer.valueOf(i).hashCode(); } | 8",
        "boxed-for-one-call | int a(int i) { return Integer.valueOf(i).compareTo(2); } | 7",
        "boxed-for-one-call | String a(int i) { return Integer.valueOf(i).toString(); } |",
        "default-charset | byte[] a(String s) { return s.getBytes(); } | 7",
        "abs-of-hash-code | int a(Object o) { return Math.abs(o.hashCode()) % 7; } | 8",
        "boxed-comparison | boolean a(Integer i, Integer j) { return i == j; } | 7",
        "equals-empty-string | boolean a(String s) { return s.equals(\"\"); } | 6",
        "size-compared-to-zero | boolean a(String s) { return s.length() == 0; } | 6",
        "size-compared-to-zero | boolean a(List<String> s) { return s.size() == 0; } |",
        "case-without-locale | String a(String s) { return s.toLowerCase(); } | 6",
        "negated-equality | boolean a(int i) { return !(i == 3); } |"
      })
  void isPartOfAFix(String rule, String member, Integer least) {
    String text = "import java.util.*;\nclass A {\n  " + member + "\n}\n";
    List<Finding> findings =
        JavaChecker.of(JavaRules.all())
            .check(JavaParser.open().parse(SourcePath.of("A.java"), text))
            .findings();

    assertThat(findings)
        .filteredOn(finding -> finding.rule().value().equals(rule))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.fix().map(Fix::leastJava))
                    .contains(Optional.ofNullable(least).map(JavaLevel::of)));
  }
}
