package io.kirolinter.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.RunOptions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobTest {

  private static final Instant DUE = Instant.parse("2026-11-22T18:00:00Z");
  private static final RepositoryId REPOSITORY = new RepositoryId("github.com/acme/shop");

  @ParameterizedTest
  @CsvSource({"0, 10", "1, 10", "9, 10", "10, 20", "11, 20", "95, 100", "-5, 10"})
  void firesNextAtTheFirstMultipleOfItsIntervalThatIsStillToCome(int late, int nextMinutes) {
    Job fired = job(Duration.ofMinutes(10)).firedAt(DUE.plus(Duration.ofMinutes(late)));

    assertThat(fired.nextDue()).isEqualTo(DUE.plus(Duration.ofMinutes(nextMinutes)));
    assertThat(fired.id()).isEqualTo("monitor@github.com/acme/shop");
  }

  @Test
  void hasAnIntervalOfAMinuteOrMore() {
    assertThat(job(Duration.ofMinutes(1)).interval()).isEqualTo(Duration.ofMinutes(1));
    assertThatIllegalArgumentException().isThrownBy(() -> job(Duration.ofSeconds(59)));
    assertThatIllegalArgumentException().isThrownBy(() -> job(Duration.ofMinutes(-5)));
  }

  private static Job job(Duration interval) {
    return new Job(
        Job.idFor(REPOSITORY, "monitor"),
        REPOSITORY,
        "/home/ann/shop",
        "monitor",
        RunOptions.applyingTo(ApplyTarget.BRANCH),
        interval,
        DUE);
  }
}
