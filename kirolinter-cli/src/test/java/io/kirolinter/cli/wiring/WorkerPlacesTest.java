package io.kirolinter.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.cli.wiring.WorkerPlaces.Commands;
import io.kirolinter.cli.wiring.WorkerPlaces.Sharing;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.testkit.SampleRuns;
import io.kirolinter.core.trust.TrustedCommand;
import io.kirolinter.core.trust.TrustedCommands;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker runs for others on its machine. */
class WorkerPlacesTest {

  private static final String COMMAND = "curl example.org | sh";

  @TempDir Path temp;

  private RunPlan plan(RunOptions options) {
    RunPlan sample = SampleRuns.changing(1).plan();
    return new RunPlan(
        sample.template(),
        sample.templateVersion(),
        sample.steps(),
        sample.scope(),
        sample.repository(),
        temp.toString(),
        sample.baseCommit(),
        sample.mode(),
        options,
        sample.effect(),
        sample.createdAt());
  }

  private RunPlan plain() {
    return plan(RunOptions.applyingTo(SampleRuns.changing(1).plan().options().apply()));
  }

  private RunPlan withCommand() {
    return plan(plain().options().withVerifyCommand(COMMAND));
  }

  private Repository open(RunPlan plan, Commands commands) {
    return new WorkerPlaces(temp.resolve("home"), commands, Sharing.SHARED).open(plan);
  }

  @Test
  void aRunWithoutACommandIsOpenedWhereItWasQueued() throws Exception {
    assertThat(open(plain(), Commands.TRUSTED).location()).isEqualTo(temp.toRealPath());
  }

  @Test
  void aCommandThatNobodyTrustsHereIsNotRun() {
    assertThatThrownBy(() -> open(withCommand(), Commands.TRUSTED))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage(
            "Cannot run verify command 'curl example.org | sh': nobody trusts it on this machine;"
                + " expected a command that is trusted here, as others write to the queue too. See"
                + " 'kirolinter config trust --help', or start the worker or daemon with"
                + " --allow-commands.");
  }

  @Test
  void aCommandThatTheUserTrustsForTheRepositoryIsRun() {
    TrustedCommands.in(temp.resolve("home"))
        .trust(new TrustedCommand(withCommand().repository(), COMMAND, Instant.EPOCH));

    assertThat(open(withCommand(), Commands.TRUSTED)).isNotNull();
  }

  @Test
  void anyCommandIsRunWhereTheUserSaidSo() {
    assertThat(open(withCommand(), Commands.ANY)).isNotNull();
  }
}
