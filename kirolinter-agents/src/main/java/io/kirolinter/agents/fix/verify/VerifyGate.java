package io.kirolinter.agents.fix.verify;

import io.kirolinter.agents.fix.change.FileChange;
import io.kirolinter.agents.fix.gate.StateGate;
import io.kirolinter.agents.fix.gate.Verdict;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The user's own check, such as the build with its tests, passes on the fixed state, in a worktree.
 * It is run on the base commit first: where it fails already, it can blame no fix, and nothing is
 * dropped on its account. The same holds for a flaky one: a failure that decides about a fix is
 * repeated on the same files, and where the command passes then, it cannot tell from there on.
 *
 * <p>For one thread. Closing it removes the worktree.
 */
public final class VerifyGate implements StateGate, AutoCloseable {

  /** How long one run of the command may take, unless said otherwise. */
  public static final Duration STANDARD_LIMIT = Duration.ofMinutes(20);

  private final Repository repository;
  private final CommitId base;
  private final ShellCommand command;
  private final Path folder;
  private final Cancellation cancellation;
  private @Nullable VerifyFolder state;
  private ShellCommand.@Nullable Ended onBase;
  private @Nullable Verdict flaky;

  private VerifyGate(
      Repository repository,
      CommitId base,
      ShellCommand command,
      Path folder,
      Cancellation cancellation) {
    this.repository = repository;
    this.base = base;
    this.command = command;
    this.folder = folder;
    this.cancellation = cancellation;
  }

  /**
   * {@return a gate; nothing is checked out before its first check}
   *
   * @param command a command line for the shell; exit code 0 means that the state is good
   * @param limit after which a run of it is killed, and counts as failed
   * @param folder of the run, outside the checkout; the worktree is made in it
   */
  public static VerifyGate of(
      Repository repository,
      CommitId base,
      String command,
      Duration limit,
      Path folder,
      Cancellation cancellation) {
    Path worktree = folder.resolve("verify");
    return new VerifyGate(
        repository, base, new ShellCommand(command, limit), worktree, cancellation);
  }

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public Verdict check(List<FileChange> changes) {
    ShellCommand.Ended baseline = onBase();
    if (!baseline.passed()) {
      return Verdict.inconclusive(
          "not conclusive: '%s' fails on the base commit too (%s)"
              .formatted(command.shown(), baseline.how()));
    }
    if (flaky != null) {
      return flaky;
    }
    ShellCommand.Ended ended = runOn(changes);
    return ended.passed()
        ? Verdict.passed("'%s' passes, as on the base commit".formatted(command.shown()))
        : Verdict.failed(
            "'%s' fails (%s): %s".formatted(command.shown(), ended.how(), ended.said()), Set.of());
  }

  @Override
  public Verdict again(List<FileChange> changes, Verdict first) {
    ShellCommand.Ended ended = runOn(changes);
    if (!ended.passed()) {
      return Verdict.failed(
          "'%s' fails, and again when repeated (%s): %s"
              .formatted(command.shown(), ended.how(), ended.said()),
          Set.of());
    }
    flaky =
        Verdict.inconclusive(
            ("not conclusive: '%s' is flaky: it passes on the base commit, and with the fixes it "
                    + "failed once and passed when it was repeated on the same files; so it can "
                    + "blame no fix. The failure: %s")
                .formatted(command.shown(), first.evidence()));
    return flaky;
  }

  @Override
  public void close() {
    if (state != null) {
      state.close();
      state = null;
    }
  }

  private ShellCommand.Ended runOn(List<FileChange> changes) {
    VerifyFolder open = state();
    open.hold(changes);
    return command.runIn(open.path(), cancellation);
  }

  private ShellCommand.Ended onBase() {
    if (onBase == null) {
      onBase = command.runIn(state().path(), cancellation);
    }
    return onBase;
  }

  private VerifyFolder state() {
    if (state == null) {
      state = VerifyFolder.create(repository, folder, base);
    }
    return state;
  }
}
