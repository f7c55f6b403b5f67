package io.kirolinter.cli.output;

import io.kirolinter.core.schedule.Firing;
import io.kirolinter.core.schedule.FiringRecord;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobState;
import io.kirolinter.core.schedule.JobState.Activity;
import io.kirolinter.workflow.schedule.JobEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Background jobs, and what happens to them, for people. */
public final class JobText {

  private JobText() {}

  /** {@return what happened, in a line} */
  public static String of(JobEvent event) {
    if (event instanceof JobEvent.JobFired fired) {
      return "job %s: run %s started".formatted(fired.job().id(), fired.run());
    }
    if (event instanceof JobEvent.JobEnded ended) {
      String status = ended.run().state().status().label();
      return "job %s: run %s %s".formatted(ended.job().id(), ended.run().id(), status);
    }
    if (event instanceof JobEvent.JobOverlapped late) {
      return "job %s: run %s still goes, so none is started".formatted(late.job().id(), late.run());
    }
    if (event instanceof JobEvent.JobHeldBack held) {
      return "job %s: held back, as %s".formatted(held.job().id(), held.why());
    }
    if (event instanceof JobEvent.JobMissed missed) {
      return "job %s: nobody was there at %s, which is left out"
          .formatted(missed.job().id(), missed.due());
    }
    return event instanceof JobEvent.JobFailed failed
        ? "job %s: %s".formatted(failed.job().id(), failed.error())
        : "the jobs could not be looked at: " + ((JobEvent.TickFailed) event).error();
  }

  /** {@return all jobs, one or two lines each} */
  public static String list(List<Job> jobs) {
    return jobs.isEmpty()
        ? "No jobs.%n".formatted()
        : jobs.stream().map(JobText::lines).collect(Collectors.joining());
  }

  private static String lines(Job job) {
    String last =
        job.state().past().stream()
            .findFirst()
            .map(one -> "    last: %s%n".formatted(text(one)))
            .orElse("");
    return "%s  %s%n".formatted(job.id(), whenOf(job)) + last;
  }

  /** {@return when the job fires, and what it does now, as part of a line} */
  public static String whenOf(Job job) {
    List<String> parts = new ArrayList<>(List.of(job.schedule().inWords()));
    JobState state = job.state();
    if (state.activity() == Activity.PAUSED) {
      parts.add("paused");
    } else {
      state.nextDue().ifPresent(next -> parts.add("next at " + next));
    }
    state.pending().map(JobText::text).ifPresent(parts::add);
    return String.join(", ", parts);
  }

  private static String text(Firing firing) {
    Optional<String> held = firing.claim().isPresent() ? Optional.empty() : firing.heldBack();
    if (held.isPresent()) {
      return "held back since %s, as %s".formatted(firing.due(), held.get());
    }
    return firing.claim().isPresent()
        ? "run %s goes".formatted(firing.run())
        : "run %s is about to start".formatted(firing.run());
  }

  private static String text(FiringRecord past) {
    String run = past.run().map(id -> " run " + id).orElse("");
    return "%s at %s%s: %s".formatted(past.ending().label(), past.due(), run, past.detail());
  }
}
