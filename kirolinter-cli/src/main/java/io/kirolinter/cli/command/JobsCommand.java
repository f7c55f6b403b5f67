package io.kirolinter.cli.command;

import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Environment;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import io.kirolinter.core.schedule.Job;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the background jobs, or removes one. */
@Command(name = "jobs", description = "List the background jobs, or remove one.")
final class JobsCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Option(names = "--remove", paramLabel = "JOB", description = "The id of the job to remove.")
  Optional<String> removed = Optional.empty();

  private final Environment environment;

  JobsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    try (Wiring wiring = Wiring.open(environment, global.memory)) {
      List<Job> jobs = wiring.stores().jobs().list();
      removed.ifPresent(id -> remove(id, jobs, wiring));
      List<Job> left = wiring.stores().jobs().list();
      Results.print(environment.out(), global.format, () -> left, () -> text(left));
      return ExitCode.DONE;
    }
  }

  private static void remove(String id, List<Job> jobs, Wiring wiring) {
    if (!wiring.stores().jobs().remove(id)) {
      List<String> known = jobs.stream().map(Job::id).toList();
      throw new InvalidRequestException(
          ErrorMessage.cannot("remove", "job", id)
              .found("there is no such job")
              .expected("the id of a job, as 'kirolinter agent jobs' lists them")
              .remedy(known.isEmpty() ? "There are no jobs." : NearestName.hint(id, known)));
    }
  }

  private static String text(List<Job> jobs) {
    return jobs.isEmpty()
        ? "No jobs.%n".formatted()
        : jobs.stream().map(JobsCommand::line).collect(Collectors.joining());
  }

  private static String line(Job job) {
    return "%s  every %s, next at %s%n".formatted(job.id(), job.interval(), job.nextDue());
  }
}
