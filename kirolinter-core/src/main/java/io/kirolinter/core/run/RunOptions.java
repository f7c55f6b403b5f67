package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.kirolinter.core.repository.ChangeBase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What the person who starts a run decides.
 *
 * @param apply where fixes go
 * @param verifyCommand a shell command that passes on good code; run in a worktree with the fixes
 * @param maxFixes the most fixes that one run applies; empty for no limit
 * @param maxLines the most lines that one run changes, removed and added ones together; empty for
 *     no limit
 * @param maxFiles the most files that one run changes; empty for no limit
 * @param analyzers who looks at the code, such as {@code java}, {@code pmd}, {@code sarif=/a/file}
 *     or, once for each rule set, {@code pmd=/a/rules.xml}, whatever effort the scope allows; empty
 *     for those that suit the scope
 * @param stepTimeouts how long one attempt of a step may take, by its name, in place of what the
 *     template says
 * @param changedSince only findings on lines changed since this commit count; empty for all
 * @param publication how the branch is proposed on the forge of the repository; empty where it is
 *     not
 */
public record RunOptions(
    ApplyTarget apply,
    Optional<String> verifyCommand,
    OptionalInt maxFixes,
    OptionalInt maxLines,
    OptionalInt maxFiles,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> analyzers,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Duration> stepTimeouts,
    Optional<ChangeBase> changedSince,
    Optional<Publication> publication) {

  /** What people are willing to review at once. */
  private static final int LINES_OF_A_PROPOSAL = 200;

  private static final int FILES_OF_A_PROPOSAL = 10;

  public RunOptions {
    requireNonNull(apply, "apply");
    requireNonNull(verifyCommand, "verifyCommand");
    analyzers = List.copyOf(analyzers);
    stepTimeouts = Map.copyOf(stepTimeouts);
    requireNonNull(changedSince, "changedSince");
    requireNonNull(publication, "publication");
    requirePositive("maxFixes", maxFixes);
    requirePositive("maxLines", maxLines);
    requirePositive("maxFiles", maxFiles);
  }

  /** Options with the time limits of the template, for all lines, published nowhere. */
  public RunOptions(
      ApplyTarget apply,
      Optional<String> verifyCommand,
      OptionalInt maxFixes,
      OptionalInt maxLines,
      OptionalInt maxFiles,
      List<String> analyzers) {
    this(
        apply,
        verifyCommand,
        maxFixes,
        maxLines,
        maxFiles,
        analyzers,
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * {@return no verify command, the analyzers that suit the scope, and the usual limits of the
   * target: 200 lines and 10 files for a branch, which somebody has to review as a whole; none for
   * other targets}
   */
  public static RunOptions applyingTo(ApplyTarget target) {
    RunOptions unlimited =
        new RunOptions(
            target,
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            List.of());
    return target == ApplyTarget.BRANCH ? unlimited.withLimitsOfAProposal() : unlimited;
  }

  /** {@return the same with the limits of what one person reviews at once} */
  public RunOptions withLimitsOfAProposal() {
    return withMaxLines(OptionalInt.of(LINES_OF_A_PROPOSAL))
        .withMaxFiles(OptionalInt.of(FILES_OF_A_PROPOSAL));
  }

  public RunOptions withApply(ApplyTarget target) {
    return with(draft -> draft.apply = target);
  }

  public RunOptions withVerifyCommand(String command) {
    return with(draft -> draft.verifyCommand = Optional.of(command));
  }

  public RunOptions withoutVerifyCommand() {
    return with(draft -> draft.verifyCommand = Optional.empty());
  }

  public RunOptions withMaxFixes(int limit) {
    return withMaxFixes(OptionalInt.of(limit));
  }

  public RunOptions withMaxFixes(OptionalInt limit) {
    return with(draft -> draft.maxFixes = limit);
  }

  public RunOptions withMaxLines(OptionalInt limit) {
    return with(draft -> draft.maxLines = limit);
  }

  public RunOptions withMaxFiles(OptionalInt limit) {
    return with(draft -> draft.maxFiles = limit);
  }

  public RunOptions withAnalyzers(List<String> names) {
    return with(draft -> draft.analyzers = names);
  }

  /** {@return the same with time limits of steps, by their names} */
  public RunOptions withStepTimeouts(Map<String, Duration> limits) {
    return with(draft -> draft.stepTimeouts = limits);
  }

  public RunOptions withChangedSince(ChangeBase base) {
    return with(draft -> draft.changedSince = Optional.of(base));
  }

  public RunOptions withPublication(Publication how) {
    return with(draft -> draft.publication = Optional.of(how));
  }

  private RunOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  private static void requirePositive(String name, OptionalInt limit) {
    if (limit.isPresent() && limit.getAsInt() < 1) {
      throw new IllegalArgumentException(name + " must be >= 1, was " + limit.getAsInt());
    }
  }

  /** Options of which one is about to be replaced. */
  private static final class Draft {

    private ApplyTarget apply;
    private Optional<String> verifyCommand;
    private OptionalInt maxFixes;
    private OptionalInt maxLines;
    private OptionalInt maxFiles;
    private List<String> analyzers;
    private Map<String, Duration> stepTimeouts;
    private Optional<ChangeBase> changedSince;
    private Optional<Publication> publication;

    Draft(RunOptions options) {
      apply = options.apply;
      verifyCommand = options.verifyCommand;
      maxFixes = options.maxFixes;
      maxLines = options.maxLines;
      maxFiles = options.maxFiles;
      analyzers = options.analyzers;
      stepTimeouts = options.stepTimeouts;
      changedSince = options.changedSince;
      publication = options.publication;
    }

    RunOptions options() {
      return new RunOptions(
          apply,
          verifyCommand,
          maxFixes,
          maxLines,
          maxFiles,
          analyzers,
          stepTimeouts,
          changedSince,
          publication);
    }
  }
}
