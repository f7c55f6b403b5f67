package io.kirolinter.cli;

import io.kirolinter.cli.command.CommandLines;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunQuery;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * Runs a command as {@link Main} does, and loads the classes for a Redis and for analytics too: the
 * launcher archives what one process has loaded.
 */
public final class Training {

  /** A port on which no Redis is. */
  private static final String NOWHERE = "redis://127.0.0.1:1";

  /** The class that loads most others once it has reached a Redis: those it names. */
  private static final String CLIENT = "org.redisson.Redisson";

  /** Enough for trends. */
  private static final int DAYS = 10;

  private Training() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) throws ClassNotFoundException {
    HeadStart.begin();
    Environment environment = Environment.ofProcess();
    CommandLines.execute(environment, "agent", "runs", "--memory", NOWHERE);
    for (Method method : Class.forName(CLIENT).getMethods()) {
      method.getReturnType();
    }
    int exitCode = CommandLines.execute(environment, args);
    addHistory(environment);
    for (String format : new String[] {"text", "html"}) {
      CommandLines.execute(
          environment, "agent", "analytics", "--all-repos", "--workflows", "--format", format);
    }
    environment.flush();
    System.exit(exitCode);
  }

  /** What was run now, on days before as well. */
  private static void addHistory(Environment environment) {
    try (Wiring wiring = Wiring.open(environment, "embedded")) {
      RunJournal journal = wiring.stores().journal();
      for (Run run : journal.list(RunQuery.newest(1))) {
        for (int day = 1; day <= DAYS; day++) {
          journal.add(before(run, Duration.ofDays(day)), journal.artifacts(run.id()));
        }
      }
    }
  }

  private static Run before(Run run, Duration time) {
    RunPlan plan = run.plan();
    Instant at = plan.createdAt().minus(time);
    RunPlan earlier =
        new RunPlan(
            plan.template(),
            plan.templateVersion(),
            plan.steps(),
            plan.scope(),
            plan.repository(),
            plan.location(),
            plan.baseCommit(),
            plan.mode(),
            plan.options(),
            plan.effect(),
            at);
    return new Run(RunId.next(at, new Random(time.toDays())), earlier, run.state());
  }
}
