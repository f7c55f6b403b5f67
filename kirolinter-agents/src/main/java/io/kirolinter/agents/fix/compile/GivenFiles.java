package io.kirolinter.agents.fix.compile;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Has the compiler look at the given files, and at those only: the classes of others, which it has
 * read for what they declare, are most of them where a project is large. And where the compiler
 * itself fails, it goes on behind the class on which it did. For one thread.
 *
 * <p>The compiler takes class after class from a queue, and follows the flow of all when the queue
 * is empty; it tells before it looks at one. An exception then leaves that class out, but the flow
 * of those in front of it too. So, before a given class, the rest of the queue is worked off by a
 * call inside of the call: only then the class is looked at, alone.
 */
final class GivenFiles implements TaskListener {

  /** Calls inside of each other; each needs a kilobyte or two of the stack. */
  private static final int MOST_CALLS = 4_000;

  /** Leaves a class out. */
  private static final class NotGiven extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotGiven() {
      super("not a given file", null, false, false);
    }
  }

  private final JavacTask task;
  private final Set<URI> given;
  private final Map<SourcePath, String> culprits = new TreeMap<>();
  private Optional<String> failure = Optional.empty();
  private @Nullable URI current;
  private int calls;
  private boolean isFirst;

  GivenFiles(JavacTask task, Set<URI> given) {
    this.task = task;
    this.given = given;
    task.addTaskListener(this);
  }

  /**
   * Has the compiler look at the names, types and flow of all.
   *
   * @return how the compiler itself failed first, if it did: then what it says about other classes
   *     may be too little
   */
  Optional<String> analyze() {
    calls++;
    boolean open = true;
    while (open) {
      current = null;
      isFirst = true;
      open = !isDone() && current != null;
    }
    calls--;
    return failure;
  }

  /** {@return the given files that it looked at when it failed, each with the way} */
  Map<SourcePath, String> culprits() {
    return culprits;
  }

  @Override
  public void started(TaskEvent event) {
    if (event.getKind() != TaskEvent.Kind.ANALYZE) {
      return;
    }
    URI file = event.getSourceFile().toUri();
    boolean isAlone = isFirst;
    isFirst = false;
    current = file;
    if (isAlone && !given.contains(file)) {
      throw new NotGiven();
    }
    if (isAlone && calls < MOST_CALLS) {
      analyze();
      current = file;
    }
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ANALYZE) {
      current = event.getSourceFile().toUri();
    }
  }

  /** {@return whether the queue is empty; else it has stopped at a class} */
  private boolean isDone() {
    try {
      task.analyze();
      return true;
    } catch (CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError | AssertionError e) {
      if (!(isNotGiven(e))) {
        blame(e.getClass().getSimpleName() + ": " + cause(e));
      }
      return false;
    }
  }

  private static boolean isNotGiven(Throwable e) {
    return e instanceof NotGiven || (e.getCause() != null && isNotGiven(e.getCause()));
  }

  private void blame(String how) {
    failure = failure.or(() -> Optional.of(how));
    if (current != null && given.contains(current)) {
      culprits.putIfAbsent(Compilation.path(current), how);
    }
  }

  private static String cause(Throwable e) {
    String message = e.getCause() == null ? e.getMessage() : e.getCause().toString();
    return message == null ? "no reason given" : message.lines().findFirst().orElse("");
  }
}
