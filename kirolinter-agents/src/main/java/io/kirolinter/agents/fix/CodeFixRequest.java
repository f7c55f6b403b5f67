package io.kirolinter.agents.fix;

import static java.util.Objects.requireNonNull;

import io.kirolinter.agents.fix.apply.DirtyFiles;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a person wants fixed outside any run.
 *
 * @param scope which rules and code; rules that are named in it are fixed even if their fixes were
 *     refused for the repository
 * @param level fixes up to this level are applied: safe ones, or unsafe ones too
 * @param maxFixes the most fixes to apply; empty for no limit
 * @param verifyCommand a command line for the shell that must pass with the fixes
 */
public record CodeFixRequest(
    Scope scope,
    FixLevel level,
    OptionalInt maxFixes,
    DirtyFiles dirty,
    Optional<String> verifyCommand,
    Progress progress,
    Cancellation cancellation) {

  public CodeFixRequest {
    requireNonNull(scope, "scope");
    requireNonNull(maxFixes, "maxFixes");
    requireNonNull(dirty, "dirty");
    requireNonNull(verifyCommand, "verifyCommand");
    requireNonNull(progress, "progress");
    requireNonNull(cancellation, "cancellation");
    if (level.compareTo(FixLevel.UNSAFE) > 0) {
      throw new IllegalArgumentException("fixes to apply are safe or unsafe, was " + level);
    }
  }

  /** {@return a request for all safe fixes of clean files} */
  public static CodeFixRequest safe(Scope scope) {
    return new CodeFixRequest(
        scope,
        FixLevel.SAFE,
        OptionalInt.empty(),
        DirtyFiles.KEEP,
        Optional.empty(),
        Progress.none(),
        Cancellation.create());
  }

  public CodeFixRequest withLevel(FixLevel wanted) {
    return new CodeFixRequest(
        scope, wanted, maxFixes, dirty, verifyCommand, progress, cancellation);
  }

  public CodeFixRequest withMaxFixes(OptionalInt limit) {
    return new CodeFixRequest(scope, level, limit, dirty, verifyCommand, progress, cancellation);
  }

  public CodeFixRequest withDirty(DirtyFiles wanted) {
    return new CodeFixRequest(
        scope, level, maxFixes, wanted, verifyCommand, progress, cancellation);
  }

  public CodeFixRequest withVerifyCommand(Optional<String> command) {
    return new CodeFixRequest(scope, level, maxFixes, dirty, command, progress, cancellation);
  }

  public CodeFixRequest heardBy(Progress listener, Cancellation stop) {
    return new CodeFixRequest(scope, level, maxFixes, dirty, verifyCommand, listener, stop);
  }
}
