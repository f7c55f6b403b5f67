package io.kirolinter.cli.option;

import io.kirolinter.cli.option.value.AttachedOnly;
import io.kirolinter.core.repository.ChangeBase;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.RunOptions;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option by which a run looks at new code only. */
public final class ChangedOnlyOption {

  @Option(
      names = "--changed-only",
      arity = "0..1",
      fallbackValue = "",
      preprocessor = AttachedOnly.class,
      paramLabel = "BASE",
      description = {
        "Only lines committed since this branch or commit was left;",
        "without a name: the default branch, or what is not pushed."
      })
  Optional<String> base = Optional.empty();

  public RunOptions in(RunOptions options) {
    return base.map(name -> options.withChangedSince(ChangeBase.named(name))).orElse(options);
  }

  /**
   * Tells of a base that is not there before a job is made, whose runs would all fail.
   *
   * @throws io.kirolinter.core.error.InvalidRequestException if there is no such commit
   */
  public void requireFound(Repository repository) {
    base.ifPresent(
        name -> repository.head().ifPresent(h -> repository.found(ChangeBase.named(name), h)));
  }
}
