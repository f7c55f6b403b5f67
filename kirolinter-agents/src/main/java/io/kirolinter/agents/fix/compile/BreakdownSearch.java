package io.kirolinter.agents.fix.compile;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Has the compiler look at sources and, where the compiler itself fails, finds all given files on
 * which it does: the task goes on behind the class that it failed on. What is said about the others
 * then does not count, as their flow is not followed any more. For one thread.
 */
final class BreakdownSearch implements TaskListener {

  /** Leaves a class out that nobody asked about. */
  private static final class Passed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Passed() {
      super("not a given file", null, false, false);
    }
  }

  private final JavacTask task;
  private final Set<URI> given;
  private final Map<SourcePath, String> culprits = new HashMap<>();
  private @Nullable URI file;
  private boolean searching;
  private boolean passed;

  BreakdownSearch(JavacTask task, Set<URI> given) {
    this.task = task;
    this.given = given;
    task.addTaskListener(this);
  }

  /**
   * Has the compiler look at the names, types and flow of all.
   *
   * @return how the compiler itself failed, if it did
   */
  Optional<String> analyze() {
    Optional<String> failure = analyzeOnce();
    failure.ifPresent(this::blame);
    return failure;
  }

  /** {@return the given files on which the compiler fails, after it has failed once} */
  Map<SourcePath, String> culprits() {
    searching = true;
    boolean open = !culprits.isEmpty();
    while (open) {
      file = null;
      passed = false;
      Optional<String> failure = analyzeOnce();
      open = failure.isPresent() && file != null;
      failure.filter(any -> !passed).ifPresent(this::blame);
    }
    return culprits;
  }

  @Override
  public void started(TaskEvent event) {
    if (remember(event) && searching && !given.contains(file)) {
      passed = true;
      throw new Passed();
    }
  }

  @Override
  public void finished(TaskEvent event) {
    remember(event);
  }

  private boolean remember(TaskEvent event) {
    if (event.getKind() != TaskEvent.Kind.ANALYZE) {
      return false;
    }
    file = event.getSourceFile().toUri();
    return true;
  }

  private void blame(String failure) {
    if (file != null && given.contains(file)) {
      culprits.putIfAbsent(Compilation.path(file), failure);
    }
  }

  private Optional<String> analyzeOnce() {
    try {
      task.analyze();
      return Optional.empty();
    } catch (CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError | AssertionError e) {
      return Optional.of(e.getClass().getSimpleName() + ": " + cause(e));
    }
  }

  private static String cause(Throwable e) {
    String message = e.getCause() == null ? e.getMessage() : e.getCause().toString();
    return message == null ? "no reason given" : message.lines().findFirst().orElse("");
  }
}
