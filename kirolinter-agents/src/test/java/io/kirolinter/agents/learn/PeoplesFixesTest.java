package io.kirolinter.agents.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.experience.Practice;
import io.kirolinter.core.experience.Practice.Advice;
import io.kirolinter.core.experience.Practices;
import io.kirolinter.core.repository.CommitId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How people made findings go away, in real histories. */
class PeoplesFixesTest {

  private static final String FILE = "src/main/java/A.java";
  private static final String CODE =
      """
      import java.util.List;
      import java.util.Map;

      class A {
        boolean isNone(List<String> names, int a) {
          String key = names.get(0);
          if (key == "x") {
            return true;
          }
          return (a > 3);
        }
      }
      """;

  @TempDir Path temp;
  private TestRepository made;

  @BeforeEach
  void begin() {
    made = TestRepository.init(temp.resolve("repository"));
    made.write(FILE, CODE).commit("first");
    look();
  }

  @Test
  void seesThatASuggestionWasFollowed() {
    CommitId commit = change(CODE.replace("(a > 3)", "a > 3"));

    assertThat(look()).isEqualTo(1);

    assertThat(practices())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.rule().value()).isEqualTo("unnecessary-parentheses");
              assertThat(one.shape()).isEqualTo("as suggested");
              assertThat(one.advice()).isEqualTo(Advice.FOLLOWED);
              assertThat(one.commit()).isEqualTo(commit);
            });
  }

  @Test
  void namesTheCallThatTookThePlaceOfAnother() {
    made.write(
            FILE,
            "class A {\n  int f(String s) {\n    return s.compareTo(\"\") == 0 ? 1 : hash(s.getBytes());\n  }\n  int hash(byte[] b) { return b.length; }\n}\n")
        .commit("prepare");
    look();
    forgetSeen();
    made.write(
            FILE,
            "class A {\n  int f(String s) {\n    return s.compareTo(\"\") == 0 ? 1 : hash(s.toCharArray());\n  }\n  int hash(char[] b) { return b.length; }\n}\n")
        .commit("no bytes");

    assertThat(look()).isPositive();

    assertThat(practices())
        .anySatisfy(
            one -> {
              assertThat(one.shape()).isEqualTo("replaced call getBytes by toCharArray");
              assertThat(one.advice()).isEqualTo(Advice.OWN_WAY);
            });
  }

  @Test
  void seesDeletedCodeAndGuardsAndMarks() {
    change(CODE.replace("    if (key == \"x\") {\n      return true;\n    }\n", ""));
    look();
    assertThat(practices()).extracting(Practice::shape).contains("deleted the code");
    forgetSeen();

    made.write(FILE, CODE).commit("back");
    look();
    change(CODE.replace("return (a > 3);", "return (a > 3); // NOPMD"));
    look();

    assertThat(practices()).extracting(Practice::shape).contains("suppressed it");
  }

  @Test
  void countsACommitOnceAndLooksOnlyAtNewOnes() {
    change(CODE.replace("(a > 3)", "a > 3"));

    assertThat(look()).isEqualTo(1);
    assertThat(look()).isZero();
    made.write("README.md", "x").commit("other");
    assertThat(look()).isZero();

    assertThat(practices()).hasSize(1);
  }

  @Test
  void doesNotCountWhatTheProductCommitted() {
    made.write(FILE, CODE.replace("(a > 3)", "a > 3"))
        .commit(
            "Remove parentheses\n\nKiroLinter-Rule: unnecessary-parentheses\nKiroLinter-Run: 20261122-181530-000001\n");

    assertThat(look()).isZero();
    assertThat(practices()).isEmpty();
  }

  @Test
  void aMethodThatIsRenamedTakesItsFindingsAlong() {
    change(CODE.replace("isNone", "isNothing"));

    assertThat(look()).isZero();
  }

  @Test
  void holdsNoCode() {
    change(CODE.replace("    if (key == \"x\") {\n      return true;\n    }\n", ""));
    look();

    assertThat(practices().toString()).doesNotContain("key ==", "return true");
  }

  @Test
  void passesOverFilesThatAreNoJava() {
    change("class A { {{{");

    assertThat(look()).isZero();
  }

  private CommitId change(String code) {
    return made.write(FILE, code).commit("work");
  }

  private int look() {
    try (TestContext context = context()) {
      return PeoplesFixes.look(context, 2);
    }
  }

  private void forgetSeen() {
    try (TestContext context = context()) {
      context.memory().forgetIf(context.repository().id(), "lasting-practice", one -> true);
    }
  }

  private List<Practice> practices() {
    try (TestContext context = context()) {
      return Practices.of(context.memory(), context.repository().id()).all();
    }
  }

  private TestContext context() {
    return TestContext.of("20261122-181530-000001", made.open(), temp.resolve("home"));
  }
}
