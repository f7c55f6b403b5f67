package io.kirolinter.cli.option;

import io.kirolinter.cli.option.value.LimitConverter;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunPlan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a fork does in another way than its origin. */
public final class ForkOptions {

  /** The step that looks at all options but the target. */
  private static final String FIX = "fix";

  @Mixin VerifyOptions verify = new VerifyOptions();

  @Mixin StepTimeoutOption timeouts = new StepTimeoutOption();

  @Option(
      names = "--apply",
      description = "Where fixes go: branch, tree or none; by default where they went before.")
  Optional<ApplyTarget> apply = Optional.empty();

  @Option(
      names = "--max-fixes",
      paramLabel = "N",
      converter = LimitConverter.class,
      description = "The most fixes of the run, or none.")
  Optional<OptionalInt> maxFixes = Optional.empty();

  @Option(
      names = "--max-lines",
      paramLabel = "N",
      converter = LimitConverter.class,
      description = "The most lines that the run changes, or none.")
  Optional<OptionalInt> maxLines = Optional.empty();

  @Option(
      names = "--max-files",
      paramLabel = "N",
      converter = LimitConverter.class,
      description = "The most files that the run changes, or none.")
  Optional<OptionalInt> maxFiles = Optional.empty();

  /**
   * {@return the options of the fork}
   *
   * @throws InvalidRequestException if an option is for fixes that are taken over as they are
   */
  public RunOptions in(RunPlan origin, String from) {
    List<String> steps = origin.steps().stream().map(PlannedStep::name).toList();
    refuseWhatIsOfNoUse(steps, from);
    return timeouts.in(verified(limited(targeted(origin.options()))), steps);
  }

  private RunOptions targeted(RunOptions options) {
    if (apply.isEmpty() || apply.get() == options.apply()) {
      return options;
    }
    RunOptions elsewhere = options.withApply(apply.get());
    return apply.get() == ApplyTarget.BRANCH ? elsewhere.withLimitsOfAProposal() : elsewhere;
  }

  private RunOptions limited(RunOptions usual) {
    RunOptions options = maxFixes.isPresent() ? usual.withMaxFixes(maxFixes.get()) : usual;
    options = maxLines.isPresent() ? options.withMaxLines(maxLines.get()) : options;
    return maxFiles.isPresent() ? options.withMaxFiles(maxFiles.get()) : options;
  }

  private RunOptions verified(RunOptions options) {
    if (verify.command().isPresent()) {
      return options.withVerifyCommand(verify.command().get());
    }
    return verify.none() ? options.withoutVerifyCommand() : options;
  }

  private void refuseWhatIsOfNoUse(List<String> steps, String from) {
    boolean takesFixes = steps.contains(FIX) && steps.indexOf(FIX) < steps.indexOf(from);
    Optional<String> option = forFixes();
    if (takesFixes && option.isPresent()) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "option", option.get())
              .found("the fixes are taken over from the old run")
              .expected("step 'fix' to run again")
              .remedy("Fork from 'fix' or a step before it, or leave the option out."));
    }
  }

  private Optional<String> forFixes() {
    if (maxFixes.isPresent()) {
      return Optional.of("--max-fixes");
    }
    if (maxLines.isPresent()) {
      return Optional.of("--max-lines");
    }
    if (maxFiles.isPresent()) {
      return Optional.of("--max-files");
    }
    if (verify.command().isPresent()) {
      return Optional.of("--verify");
    }
    return verify.none() ? Optional.of("--no-verify") : Optional.empty();
  }
}
