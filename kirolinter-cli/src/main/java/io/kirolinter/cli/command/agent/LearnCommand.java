package io.kirolinter.cli.command.agent;

import io.kirolinter.agents.learn.Knowledge;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.exit.RunExit;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RepositoryOption;
import io.kirolinter.cli.output.LearnText;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Learning;
import io.kirolinter.cli.wiring.Learning.Forgotten;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.repository.Repository;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what was learned about a repository, and forgets it. */
@Command(
    name = "learn",
    description =
        "Look what became of fixes, and how people work here; show what was learned, and why.")
public final class LearnCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Mixin RepositoryOption repository = new RepositoryOption();

  @Option(names = "--show", description = "Only show what is known; do not look again.")
  boolean onlyShow;

  @Option(
      names = "--forget",
      paramLabel = "WHAT",
      description = "Forget what was learned about a rule, or a fix by its fingerprint, or 'all'.")
  @Nullable String forget;

  private final Environment environment;

  LearnCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Repository place = Wiring.repository(environment, repository.path());
    try (Wiring wiring = Wiring.open(environment, global.memory())) {
      Learning learning = new Learning(environment, wiring, place);
      if (forget != null) {
        Forgotten forgotten = learning.forget(forget);
        Results.print(
            environment.out(), global.format(), () -> forgotten, () -> LearnText.of(forgotten));
        return ExitCode.DONE;
      }
      int exit = onlyShow ? ExitCode.DONE : RunExit.codeOf(learning.look());
      Knowledge knowledge = learning.known();
      Results.print(
          environment.out(), global.format(), () -> knowledge, () -> LearnText.of(knowledge));
      return exit;
    }
  }
}
