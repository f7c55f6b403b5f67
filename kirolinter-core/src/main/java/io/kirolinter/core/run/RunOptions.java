package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the person who starts a run decides.
 *
 * @param apply where fixes go
 * @param verifyCommand a shell command that passes on good code; run in a worktree with the fixes
 * @param maxFixes the most fixes that one run applies; empty for no limit
 */
public record RunOptions(ApplyTarget apply, Optional<String> verifyCommand, OptionalInt maxFixes) {

  public RunOptions {
    requireNonNull(apply, "apply");
    requireNonNull(verifyCommand, "verifyCommand");
    if (maxFixes.isPresent() && maxFixes.getAsInt() < 1) {
      throw new IllegalArgumentException("maxFixes must be >= 1, was " + maxFixes.getAsInt());
    }
  }

  /** {@return no verify command and no limit} */
  public static RunOptions applyingTo(ApplyTarget target) {
    return new RunOptions(target, Optional.empty(), OptionalInt.empty());
  }

  public RunOptions withVerifyCommand(String command) {
    return new RunOptions(apply, Optional.of(command), maxFixes);
  }

  public RunOptions withMaxFixes(int limit) {
    return new RunOptions(apply, verifyCommand, OptionalInt.of(limit));
  }
}
