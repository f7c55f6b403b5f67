package io.kirolinter.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.json.Json;
import io.kirolinter.core.testkit.SampleDialogues;
import io.kirolinter.core.testkit.SampleRuns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DialogueTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Dialogue SAID = SampleDialogues.everything();

  @Test
  void isReadAsItWasWritten() {
    RunState state = RunState.queued().withDialogue(SAID);

    assertThat(Json.read(Json.write(state), RunState.class)).isEqualTo(state);
  }

  @Test
  void theJsonOfARunInWhichNothingWasSaidIsThatOfEarlierReleases() {
    String json = Json.write(RunState.queued());

    assertThat(json).doesNotContain("dialogue");
    assertThat(Json.read(json, RunState.class)).isEqualTo(RunState.queued());
  }

  @Test
  void anAnswerClosesTheQuestionAndSoDoesTheEndOfTheRun() {
    RunAnswer answer = SAID.answers().get(0);

    assertThat(SAID.answered(answer).open()).isEmpty();
    assertThat(SAID.answered(answer).answers()).hasSize(4).endsWith(answer);
    RunState over = RunState.queued().withDialogue(SAID).ended(RunStatus.CANCELLED, NOON);
    assertThat(over.dialogue().open()).isEmpty();
    assertThat(over.dialogue().answers()).isEqualTo(SAID.answers());
  }

  @Test
  void onlyAnswersSinceTheLastSwitchStand() {
    assertThat(SAID.standing()).extracting(RunAnswer::answer).containsExactly("skip");
    assertThat(SAID.switched(RunMode.INTERACTIVE, RunMode.AUTONOMOUS, NOON, "Ada").standing())
        .isEmpty();
  }

  @Test
  void aRunHasTheModeThatItWasSwitchedToLast() {
    Run run = SampleRuns.changing(1);

    assertThat(run.mode()).isEqualTo(RunMode.AUTONOMOUS);
    assertThat(run.withState(run.state().withDialogue(SAID)).mode()).isEqualTo(RunMode.INTERACTIVE);
  }

  @Test
  void survivesExportAndImportWithSecretsMasked() {
    RunState state =
        RunState.queued()
            .withDialogue(
                SAID.answered(
                    new RunAnswer(
                        "fix",
                        "skip",
                        Optional.empty(),
                        NOON,
                        "Ada",
                        Optional.of("password=hunter2hunter2X9"))));
    Run run = SampleRuns.changing(1).withState(state.ended(RunStatus.CANCELLED, NOON));

    RunDocument read = RunDocument.read("run.json", new RunDocument(run, List.of()).json());

    Dialogue kept = read.run().state().dialogue();
    assertThat(kept.answers()).hasSize(4).startsWith(SAID.answers().toArray(RunAnswer[]::new));
    assertThat(kept.switches()).isEqualTo(SAID.switches());
    assertThat(kept.answers().get(3).why().orElseThrow())
        .doesNotContain("hunter2")
        .contains("[redacted]");
  }
}
