package io.kirolinter.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link JobStore} promises. */
public abstract class JobStoreContract extends StoreContract {

  private JobStore jobs;
  private JobStore other;

  @BeforeEach
  final void openTwice() {
    jobs = opening().jobs();
    other = opening().jobs();
  }

  @Test
  void anotherOpeningSeesTheWholeJob() {
    jobs.put(job("monitor", 1));

    assertThat(other.list()).containsExactly(job("monitor", 1));
  }

  @Test
  void theJobThatIsDueFirstIsInFront() {
    jobs.put(job("monitor", 3));
    jobs.put(job("quick_fix", 1));
    jobs.put(job("full_review", 2));
    jobs.put(job("a_job_of_the_same_time", 2));

    assertThat(other.list())
        .extracting(Job::template)
        .containsExactly("quick_fix", "a_job_of_the_same_time", "full_review", "monitor");
  }

  @Test
  void puttingAJobAgainReplacesIt() {
    jobs.put(job("monitor", 1));

    other.put(job("monitor", 2));

    assertThat(jobs.list()).containsExactly(job("monitor", 2));
  }

  @Test
  void onlyTheFirstOfTwoAdvancesAJob() {
    Job due = job("monitor", 0);
    Job next = due.firedAt(clock.instant());
    jobs.put(due);

    assertThat(jobs.advance(due, next)).isTrue();
    assertThat(other.advance(due, next)).isFalse();

    assertThat(other.list()).containsExactly(next);
  }

  @Test
  void ofManyAtOnceOneAdvancesAJob() throws Exception {
    Job due = job("monitor", 0);
    jobs.put(due);
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      JobStore asked = i % 2 == 0 ? jobs : other;
      calls.add(() -> asked.advance(due, due.firedAt(clock.instant())));
    }

    assertThat(together(calls)).filteredOn(won -> won).hasSize(1);
  }

  @Test
  void aJobThatIsGoneOrWasReplacedIsNotAdvanced() {
    Job due = job("monitor", 0);
    assertThat(jobs.advance(due, due.firedAt(clock.instant()))).isFalse();
    assertThat(jobs.list()).isEmpty();
    jobs.put(job("monitor", 5));

    assertThat(jobs.advance(due, due.firedAt(clock.instant()))).isFalse();

    assertThat(jobs.list()).containsExactly(job("monitor", 5));
  }

  @Test
  void aJobKeepsItsIdWhenItAdvances() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> jobs.advance(job("monitor", 0), job("quick_fix", 0)));
  }

  @Test
  void aJobIsRemovedOnce() {
    jobs.put(job("monitor", 1));
    jobs.put(job("quick_fix", 1));

    assertThat(other.remove(job("monitor", 1).id())).isTrue();
    assertThat(jobs.remove(job("monitor", 1).id())).isFalse();

    assertThat(jobs.list()).extracting(Job::template).containsExactly("quick_fix");
  }

  @Test
  void aJobWithASecretInItsOptionsIsRefused() {
    Job open = job("monitor", 1);
    jobs.put(open);
    Job secret =
        new Job(
            open.id(),
            open.repository(),
            open.location(),
            open.template(),
            open.options().withVerifyCommand("verify --password correct-horse1"),
            open.interval(),
            open.nextDue());

    assertThatThrownBy(() -> jobs.put(secret))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(open.id())
        .hasMessageNotContaining("correct-horse1");
    assertThatThrownBy(() -> jobs.advance(open, secret))
        .isInstanceOf(InvalidRequestException.class);

    assertThat(other.list()).containsExactly(open);
  }

  private Job job(String template, int dueInMinutes) {
    RepositoryId repository = new RepositoryId("github.com/acme/shop");
    return new Job(
        Job.idFor(repository, template),
        repository,
        "/home/ann/shop",
        template,
        RunOptions.applyingTo(ApplyTarget.BRANCH)
            .withVerifyCommand("mvn -q verify")
            .withMaxFixes(9),
        Duration.ofMinutes(90).plusNanos(7),
        clock.instant().plus(Duration.ofMinutes(dueInMinutes)).plusNanos(3));
  }
}
