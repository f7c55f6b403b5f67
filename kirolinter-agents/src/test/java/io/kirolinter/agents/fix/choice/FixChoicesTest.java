package io.kirolinter.agents.fix.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.testkit.SampleFindings;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.RuleId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixChoicesTest {

  private static final Finding X1 = SampleFindings.fixable("rule-x", "A.java", 1);
  private static final Finding Y2 = SampleFindings.fixable("rule-y", "A.java", 2);
  private static final Finding X3 = SampleFindings.fixable("rule-x", "A.java", 3);
  private static final Finding X4 = SampleFindings.fixable("rule-x", "A.java", 4);

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
}
