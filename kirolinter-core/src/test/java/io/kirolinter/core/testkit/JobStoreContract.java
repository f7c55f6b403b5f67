package io.kirolinter.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.schedule.CommitPolicy;
import io.kirolinter.core.schedule.CronTimes;
import io.kirolinter.core.schedule.Firing;
import io.kirolinter.core.schedule.FiringRecord;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobState;
import io.kirolinter.core.schedule.JobStore;
import io.kirolinter.core.schedule.MissedPolicy;
import io.kirolinter.core.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  void aJobOfCommitsAloneComesLast() {
    Job timed = job("monitor", 1_000_000);
    Job watching =
        new Job(
            "full_review@x",
            timed.repository(),
            timed.location(),
            "full_review",
            timed.options(),
            Schedule.onCommits(),
            JobState.dueAt(Optional.empty()));
    jobs.put(watching);
    jobs.put(timed);

    assertThat(other.list()).containsExactly(timed, watching);
    assertThat(other.find(watching.id())).contains(watching);
    assertThat(other.find("none")).isEmpty();
  }

  @Test
  void howFarAJobIsIsKeptToo() {
    Instant now = clock.instant();
    Firing held =
        Firing.of(Firing.Cause.COMMIT, now, RunId.of("20261122-181530-4f2ac1"))
            .heldBackBy("the load is 9.5, above 2.0")
            .claimedBy("build-7/4711", now.plusSeconds(30));
    FiringRecord ran =
        new FiringRecord(
            Firing.Cause.TIME,
            now,
            FiringRecord.Ending.RAN,
            now,
            Optional.of(RunId.of("20261122-181530-4f2ac0")),
            "succeeded");
    Job plain = job("monitor", 1);
    Job far =
        new Job(
            plain.id(),
            plain.repository(),
            plain.location(),
            plain.template(),
            plain.options(),
            Schedule.at(new CronTimes("30 2 * * *", ZoneId.of("Australia/Lord_Howe")))
                .withJitter(Duration.ofMinutes(5))
                .withMissed(MissedPolicy.SKIP)
                .withCommits(CommitPolicy.RUN),
            plain
                .state()
                .withActivity(JobState.Activity.PAUSED)
                .withSeenCommit(Optional.of(CommitId.of("4".repeat(40))))
                .remembering(ran)
                .withPending(held));
    jobs.put(plain);

    assertThat(jobs.advance(plain, far)).isTrue();

    assertThat(other.list()).containsExactly(far);
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
    Job next = fired(due);
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
      calls.add(() -> asked.advance(due, fired(due)));
    }

    assertThat(together(calls)).filteredOn(won -> won).hasSize(1);
  }

  @Test
  void aJobThatIsGoneOrWasReplacedIsNotAdvanced() {
    Job due = job("monitor", 0);
    assertThat(jobs.advance(due, fired(due))).isFalse();
    assertThat(jobs.list()).isEmpty();
    jobs.put(job("monitor", 5));

    assertThat(jobs.advance(due, fired(due))).isFalse();

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
            open.schedule(),
            open.state());

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
        Schedule.every(Duration.ofMinutes(90).plusNanos(7)),
        JobState.dueAt(
            Optional.of(clock.instant().plus(Duration.ofMinutes(dueInMinutes)).plusNanos(3))));
  }

  private static Job fired(Job job) {
    Optional<Instant> next = job.state().nextDue().map(due -> due.plus(Duration.ofMinutes(90)));
    return job.withState(job.state().withNextDue(next));
  }
}
