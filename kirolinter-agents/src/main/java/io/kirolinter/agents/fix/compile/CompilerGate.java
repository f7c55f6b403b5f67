package io.kirolinter.agents.fix.compile;

import static java.util.Objects.requireNonNull;

import io.kirolinter.agents.fix.change.EditChain;
import io.kirolinter.agents.fix.change.FileChange;
import io.kirolinter.agents.fix.change.Stretch;
import io.kirolinter.agents.fix.gate.StateGate;
import io.kirolinter.agents.fix.gate.Verdict;
import io.kirolinter.agents.syntax.DeepStack;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaFileManager;

/**
 * No fix brings a compiler error: the JDK's compiler looks at every changed file, in the midst of
 * all others. Libraries are not known to it; so where it finds errors, it looks at the files as
 * they were too, and only errors that were not there before count.
 *
 * <p>Where the compiler itself fails, it has not seen whether the fixes are good, so that they are
 * not believed to be: the state does not pass, and is tried in smaller parts.
 *
 * <p>Bodies that no edit could have an effect on are passed over; see {@link
 * FileChange#untouchedBodies()}.
 */
public final class CompilerGate implements StateGate {

  /** An import of a type by its name; the package ends before the first upper case. */
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import\\s+([a-z_][a-z0-9_]*(?:\\.[a-z_][a-z0-9_]*)*)\\.[A-Z]");

  /** Files that are looked at one by one, where the compiler fails on them together. */
  private static final int MOST_SUSPECTS = 8;

  private final SourceIndex index;

  private CompilerGate(SourceIndex index) {
    this.index = index;
  }

  /** {@return a gate for changes of this snapshot} */
  public static CompilerGate of(Snapshot snapshot) {
    return new CompilerGate(SourceIndex.of(snapshot));
  }

  @Override
  public String name() {
    return "compiler";
  }

  @Override
  public Verdict check(List<FileChange> changes) {
    Side after = new Side(changes, CompilerGate::after);
    Side before = new Side(changes, CompilerGate::before);
    if (needsLibraries(changes)) {
      run(List.of(after, before));
    } else {
      run(List.of(after));
    }
    if (!after.failures.isEmpty()) {
      return undecided(after);
    }
    if (after.errors.isEmpty()) {
      return Verdict.passed("%d changed files have no compiler error".formatted(changes.size()));
    }
    if (!before.done) {
      run(List.of(before));
    }
    return compared(after, before);
  }

  private static Verdict undecided(Side after) {
    Set<SourcePath> files = after.unseen.size() <= MOST_SUSPECTS ? after.unseen : Set.of();
    return Verdict.failed(
        "the compiler itself fails on %s, so that nothing is known about the fixes there: %s"
            .formatted(Counted.of(after.unseen.size(), "file"), after.failures.get(0)),
        files);
  }

  private static Verdict compared(Side after, Side before) {
    List<CompileError> fresh = onlyIn(after.errors, before.errors);
    if (!fresh.isEmpty()) {
      return Verdict.failed(
          "a new compiler error in " + fresh.get(0).text(),
          fresh.stream().map(CompileError::path).collect(Collectors.toSet()));
    }
    return Verdict.passed(
        "%d changed files have no new compiler error; %d are as before, for want of libraries"
            .formatted(after.changes.size(), after.errors.size()));
  }

  /** One state of the changed files, and what the compiler says about it. */
  private static final class Side {
    private final List<FileChange> changes;
    private final Function<FileChange, String> text;
    private final List<CompileError> errors = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Set<SourcePath> unseen = new HashSet<>();
    private boolean done;

    Side(List<FileChange> changes, Function<FileChange, String> text) {
      this.changes = changes;
      this.text = text;
    }

    void add(CompileGroup group, Compilation.Outcome outcome) {
      errors.addAll(outcome.errors());
      if (outcome.failure().isPresent()) {
        failures.add(outcome.failure().get());
        group.files().forEach(file -> unseen.add(file.path()));
      }
    }
  }

  /** Then there will be errors, and it takes no longer to look at both sides at once. */
  private boolean needsLibraries(List<FileChange> changes) {
    return changes.stream()
        .flatMap(change -> IMPORT.matcher(change.before().text()).results())
        .map(found -> found.group(1))
        .distinct()
        .anyMatch(name -> !name.matches("javax?\\..*|jdk\\..*") && !index.hasPackage(name));
  }

  private void run(List<Side> sides) {
    Queue<Side> open = new ConcurrentLinkedQueue<>(sides);
    DeepStack.runOnThreads(
        sides.size(),
        () -> {
          Side side = requireNonNull(open.poll());
          JavaFileManager jdk = Compilation.jdk();
          for (CompileGroup group : CompileGroup.of(side.changes)) {
            side.add(group, compiled(group, side.text, jdk));
          }
          side.done = true;
        });
  }

  private Compilation.Outcome compiled(
      CompileGroup group, Function<FileChange, String> text, JavaFileManager jdk) {
    Map<SourcePath, String> texts = new HashMap<>();
    group.files().forEach(change -> texts.put(change.path(), text.apply(change)));
    MemoryFiles files = new MemoryFiles(jdk, index, group, texts);
    List<CompiledSource> sources =
        group.files().stream()
            .map(
                change ->
                    new CompiledSource(
                        change.path(),
                        change.packageName(),
                        () -> requireNonNull(texts.get(change.path()))))
            .toList();
    return Compilation.of(sources, files, JdkModules.neededBy(group.files()));
  }

  private static String after(FileChange change) {
    return Outline.without(change.after().text(), change.untouchedBodies());
  }

  /** An untouched body stands in the first text too, just elsewhere. */
  private static String before(FileChange change) {
    EditChain chain = change.edits();
    List<Stretch> bodies = new ArrayList<>();
    for (Stretch body : change.untouchedBodies()) {
      int start = chain.nearestOriginOf(body.start());
      bodies.add(new Stretch(start, start + body.end() - body.start()));
    }
    return Outline.without(change.before().text(), bodies);
  }

  private static List<CompileError> onlyIn(List<CompileError> some, List<CompileError> others) {
    Map<CompileError.Sort, Long> known =
        others.stream().collect(Collectors.groupingBy(CompileError::sort, Collectors.counting()));
    return some.stream().filter(error -> known.merge(error.sort(), -1L, Long::sum) < 0).toList();
  }
}
