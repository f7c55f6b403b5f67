package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the person who starts a run decides.
 *
 * @param apply where fixes go
 * @param verifyCommand a shell command that passes on good code; run in a worktree with the fixes
 * @param maxFixes the most fixes that one run applies; empty for no limit
 * @param analyzers who looks at the code, such as {@code java}, {@code pmd} or {@code
 *     sarif=/a/file}, whatever effort the scope allows; empty for those that suit the scope
 */
public record RunOptions(
    ApplyTarget apply,
    Optional<String> verifyCommand,
    OptionalInt maxFixes,
    List<String> analyzers) {

  public RunOptions {
    requireNonNull(apply, "apply");
    requireNonNull(verifyCommand, "verifyCommand");
    analyzers = List.copyOf(analyzers);
    if (maxFixes.isPresent() && maxFixes.getAsInt() < 1) {
      throw new IllegalArgumentException("maxFixes must be >= 1, was " + maxFixes.getAsInt());
    }
  }

  /** {@return no verify command, no limit, and the analyzers that suit the scope} */
  public static RunOptions applyingTo(ApplyTarget target) {
    return new RunOptions(target, Optional.empty(), OptionalInt.empty(), List.of());
  }

  public RunOptions withVerifyCommand(String command) {
    return new RunOptions(apply, Optional.of(command), maxFixes, analyzers);
  }

  public RunOptions withMaxFixes(int limit) {
    return new RunOptions(apply, verifyCommand, OptionalInt.of(limit), analyzers);
  }

  public RunOptions withAnalyzers(List<String> names) {
    return new RunOptions(apply, verifyCommand, maxFixes, names);
  }
}
