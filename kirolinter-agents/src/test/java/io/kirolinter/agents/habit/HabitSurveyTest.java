package io.kirolinter.agents.habit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.review.JavaAnalyzer;
import io.kirolinter.agents.review.ReviewStep;
import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.experience.Habit;
import io.kirolinter.core.experience.Habits;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.step.StepResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HabitSurveyTest {

  private static final String RUN = "20261122-181530-000001";
  private static final String MAIN =
      """
      package shop;

      import static java.util.Objects.requireNonNull;

      import java.util.*;
      import java.util.List;

      public class Cart {

      	private static final Logger LOG = null;
      	private static final int MOST = 3;
      	private int count = 0;
      	private String name;

      	/** Adds. */
      	public Optional<String> add(final List<String> lines)
      	{
      		requireNonNull(lines);
      		final List<String> all = new ArrayList<String>();
      		var more = new StringBuffer();
      		int old[] = {1};
      		this.count = MOST;
      		if (name == null) {
      			throw new IllegalStateException();
      		}
      		return null;
      	}

      	public int left(int a) {
      		return (a - count);
      	}

      	interface Part {
      		public void use();
      	}
      }
      """;
  private static final String TEST =
      """
      package shop;

      import static org.assertj.core.api.Assertions.assertThat;

      class CartTest {
        void adds() {
          assertThat(1).isEqualTo(1);
        }
      }
      """;

  @TempDir Path temp;
  private final Instant start = TestContext.CLOCK.instant();
  private TestRepository made;

  @BeforeEach
  void init() {
    made = TestRepository.init(temp.resolve("repository"));
  }

  @AfterEach
  void setBack() {
    TestContext.CLOCK.set(start);
  }

  @Test
  void countsNamesLayoutAndIdioms() {
    made.write("src/main/java/shop/Cart.java", MAIN);
    made.write("src/test/java/shop/CartTest.java", TEST).commit("first");

    Map<String, Habit> habits = byTopic(refreshed());

    assertThat(habits.get("indentation").way()).isEqualTo("tabs");
    assertThat(habits.get("line-ends")).isEqualTo(new Habit("line-ends", "LF", 2, 2));
    assertThat(habits.get("opening-brace"))
        .isEqualTo(new Habit("opening-brace", "on the same line", 3, 4));
    assertThat(habits.get("imports")).isEqualTo(new Habit("imports", "one by one", 3, 4));
    assertThat(habits.get("static-imports"))
        .isEqualTo(new Habit("static-imports", "before the others", 1, 1));
    assertThat(habits.get("logger-names")).isEqualTo(new Habit("logger-names", "LOG", 1, 1));
    assertThat(habits.get("constant-names"))
        .isEqualTo(new Habit("constant-names", "UPPER_CASE", 1, 1));
    assertThat(habits.get("test-class-names"))
        .isEqualTo(new Habit("test-class-names", "…Test", 1, 1));
    assertThat(habits.get("assertions")).isEqualTo(new Habit("assertions", "AssertJ", 1, 1));
    assertThat(habits.get("final-locals").seen()).isEqualTo(3);
    assertThat(habits.get("local-types")).isEqualTo(new Habit("local-types", "type written", 2, 3));
    assertThat(habits.get("field-access").seen()).isEqualTo(4);
    assertThat(habits.get("null-checks").seen()).isEqualTo(2);
    assertThat(habits.get("absent-values").seen()).isEqualTo(2);
    assertThat(habits.get("javadoc-of-public-methods").seen()).isGreaterThanOrEqualTo(2);
    assertThat(habits.get("generic-creation").way()).isEqualTo("type arguments written");
    assertThat(habits.get("string-building").way()).isEqualTo("StringBuffer");
    assertThat(habits.get("returned-expressions").way()).isEqualTo("in parentheses");
    assertThat(habits.get("interface-methods").way()).isEqualTo("public written");
    assertThat(habits.get("array-brackets").way()).isEqualTo("behind the name");
    assertThat(habits.get("field-defaults").seen()).isEqualTo(2);
  }

  @Test
  void everyRuleThatAHabitSpeaksAgainstIsARule() {
    assertThat(Topic.values())
        .flatExtracting(topic -> topic.rule().stream().toList())
        .hasSize(6)
        .isSubsetOf(JavaAnalyzer.withAllRules(1).rules().stream().map(one -> one.id()).toList());
  }

  @Test
  void looksAgainAfterAWeekIfThereIsNewCode() {
    made.write("src/main/java/A.java", "class A {\n  int a;\n}\n");
    CommitId first = made.commit("first");
    assertThat(refreshed().seenIn()).isEqualTo(first);

    CommitId second = made.write("src/main/java/B.java", "class B {}\n").commit("second");
    TestContext.CLOCK.advance(Duration.ofDays(6));
    assertThat(refreshed().seenIn()).isEqualTo(first);
    TestContext.CLOCK.advance(Duration.ofDays(2));
    assertThat(refreshed().seenIn()).isEqualTo(second);
  }

  @Test
  void leavesFilesAloneThatAreNoJava() {
    made.write("src/main/java/A.java", "class A { void {{{ }");
    made.write("src/main/java/B.java", new byte[] {(byte) 0xC3, 0x28}).commit("broken");

    assertThat(refreshed().list()).isEmpty();
  }

  @Test
  void aRuleGivesWayToAStrongHabitAndSaysWhy() {
    StringBuilder code = new StringBuilder("class A {\n");
    for (int i = 0; i < 40; i++) {
      code.append("  int f%d(int a) {\n    return (a + %d);\n  }\n".formatted(i, i));
    }
    made.write("src/main/java/A.java", code + "}\n").commit("first");
    refreshed();

    try (TestContext context = context()) {
      StepResult.Done done =
          (StepResult.Done) new ReviewStep(List.of(JavaAnalyzer.withAllRules(1))).run(context);

      List<Finding> findings = ((Review) done.artifact().orElseThrow()).findings();
      assertThat(findings)
          .hasSize(40)
          .allMatch(one -> one.rule().equals(RuleId.of("unnecessary-parentheses")))
          .allMatch(one -> one.fixLevel() == FixLevel.SUGGESTION)
          .allMatch(one -> one.severity() == Severity.LOW);
      assertThat(done.summary())
          .contains(
              "40 fixes of unnecessary-parentheses held back as suggestions (the habit here is"
                  + " 'returned-expressions: in parentheses', in 40 of 40 places)");
    }
  }

  @Test
  void aFewPlacesMakeNoHabitThatARuleGivesWayTo() {
    made.write(
        "src/main/java/A.java", "class A {\n  int f(int a) {\n    return (a + 1);\n  }\n}\n");
    made.commit("first");

    assertThat(HabitSurvey.against(refreshed())).isEmpty();
  }

  private Habits refreshed() {
    try (TestContext context = context()) {
      return HabitSurvey.refreshed(context, 2).orElseThrow();
    }
  }

  private static Map<String, Habit> byTopic(Habits habits) {
    return habits.list().stream()
        .collect(java.util.stream.Collectors.toMap(Habit::topic, one -> one));
  }

  private TestContext context() {
    return TestContext.of(RUN, made.open(), temp.resolve("home"));
  }
}
