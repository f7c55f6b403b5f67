package io.kirolinter.core.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FixChoicesTest {

  private static final Finding X1 = fixable("rule-x", "A.java", 1);
  private static final Finding Y2 = fixable("rule-y", "A.java", 2);
  private static final Finding X3 = fixable("rule-x", "A.java", 3);
  private static final Finding X4 = fixable("rule-x", "A.java", 4);

  private final FixChoices choices = FixChoices.among(List.of(X1, Y2, X3, X4));

  @Test
  void offersOneAfterTheOther() {
    assertThat(choices.current()).contains(X1);
    choices.choose(Choice.ACCEPT);
    assertThat(choices.current()).contains(Y2);
    choices.choose(Choice.SKIP);
    choices.choose(Choice.ACCEPT);
    assertThat(choices.place()).contains(4);
    choices.choose(Choice.SKIP);

    assertThat(choices.current()).isEmpty();
    assertThat(choices.accepted()).containsExactly(X1, X3);
    assertThat(choices.refused()).isEmpty();
    assertThatThrownBy(() -> choices.choose(Choice.ACCEPT))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void acceptsAllOfARuleFromThereOn() {
    choices.choose(Choice.SKIP);
    choices.choose(Choice.SKIP);
    choices.choose(Choice.ACCEPT_RULE);

    assertThat(choices.current()).isEmpty();
    assertThat(choices.accepted()).containsExactly(X3, X4);
  }

  @Test
  void asksNoMoreAboutARefusedRuleAndKeepsWhatWasAccepted() {
    choices.choose(Choice.ACCEPT);
    choices.choose(Choice.ACCEPT);
    choices.choose(Choice.REFUSE_RULE);

    assertThat(choices.current()).isEmpty();
    assertThat(choices.accepted()).containsExactly(X1, Y2);
    assertThat(choices.refused()).containsExactly(RuleId.of("rule-x"));
  }

  @Test
  void takesTheLastChoiceBackWithAllThatFollowedFromIt() {
    choices.choose(Choice.ACCEPT_RULE);
    assertThat(choices.current()).contains(Y2);
    choices.choose(Choice.REFUSE_RULE);
    assertThat(choices.current()).isEmpty();

    assertThat(choices.undo()).isTrue();
    assertThat(choices.current()).contains(Y2);
    assertThat(choices.refused()).isEmpty();
    assertThat(choices.undo()).isTrue();
    assertThat(choices.current()).contains(X1);
    assertThat(choices.accepted()).isEmpty();
    assertThat(choices.undo()).isFalse();
  }

  @Test
  void choosesTheSameForAllThatIsLeft() {
    choices.choose(Choice.SKIP);

    choices.chooseRest(Choice.ACCEPT);

    assertThat(choices.current()).isEmpty();
    assertThat(choices.accepted()).containsExactly(Y2, X3, X4);
    assertThat(FixChoices.all(List.of(X1, Y2)).accepted()).containsExactly(X1, Y2);
  }

  @Test
  void choosesForAFixThatIsNotTheCurrentOneAndPassesOverOneThatIsNotOffered() {
    choices.choose(X3, Choice.ACCEPT);
    choices.choose(fixable("rule-z", "A.java", 9), Choice.ACCEPT);

    assertThat(choices.current()).as("those before it are not asked for").contains(X4);
    assertThat(choices.accepted()).containsExactly(X3);
    assertThat(choices.canUndo()).isTrue();
  }

  private static Finding fixable(String rule, String path, int line) {
    RuleId id = RuleId.of(rule);
    SourcePath place = SourcePath.of(path);
    return new Finding(
        id,
        Category.CORRECTNESS,
        Severity.LOW,
        place,
        new SourceRange(line, 1, line, 2),
        "message",
        Fingerprint.of(id, place, "", "line " + line, 0),
        Optional.of(new Fix(FixLevel.SAFE, "Delete it", List.of(new TextEdit(0, 1, "")))));
  }
}
