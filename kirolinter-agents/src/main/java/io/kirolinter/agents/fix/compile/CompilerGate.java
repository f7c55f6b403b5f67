package io.kirolinter.agents.fix.compile;

import static java.util.Objects.requireNonNull;

import io.kirolinter.agents.fix.change.EditChain;
import io.kirolinter.agents.fix.change.FileChange;
import io.kirolinter.agents.fix.change.Stretch;
import io.kirolinter.agents.fix.classpath.ClassPath;
import io.kirolinter.agents.fix.classpath.ClassPaths;
import io.kirolinter.agents.fix.gate.StateGate;
import io.kirolinter.agents.fix.gate.Verdict;
import io.kirolinter.agents.syntax.DeepStack;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaFileManager;

/**
 * No fix brings a compiler error: the JDK's compiler looks at every changed file, in the midst of
 * all others, with the libraries that are known. Others are missing; so where it finds errors, it
 * looks at the files as they were too, and only errors that were not there before count.
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

  /** How often files are split, where the compiler fails on them together. */
  private static final int MOST_SPLITS = 64;

  private final SourceIndex index;
  private final Optional<ClassPaths> classPaths;

  private CompilerGate(SourceIndex index, Optional<ClassPaths> classPaths) {
    this.index = index;
    this.classPaths = classPaths;
  }

  /** {@return a gate for changes of this snapshot, which looks for no libraries} */
  public static CompilerGate of(Snapshot snapshot) {
    return new CompilerGate(SourceIndex.of(snapshot), Optional.empty());
  }

  /** {@return the gate with the libraries that these class paths know} */
  public CompilerGate with(ClassPaths known) {
    return new CompilerGate(index, Optional.of(known));
  }

  @Override
  public String name() {
    return "compiler";
  }

  @Override
  public Verdict check(List<FileChange> changes) {
    ClassPath libraries = librariesOf(changes);
    Optional<Verdict> verdict = check(changes, libraries);
    ClassPath none = ClassPath.unknown("the compiler itself fails with the one that was found");
    return verdict.orElseGet(() -> check(changes, none).orElseThrow());
  }

  private ClassPath librariesOf(List<FileChange> changes) {
    return classPaths
        .map(known -> known.of(changes.stream().map(FileChange::path).toList()))
        .orElse(ClassPath.empty());
  }

  private String told(ClassPath libraries) {
    return classPaths.isEmpty() ? "" : "; " + described(libraries);
  }

  private static String described(ClassPath libraries) {
    String gap = libraries.gaps().stream().findFirst().orElse("");
    String more = libraries.gaps().size() > 1 ? " and others" : "";
    if (libraries.entries().isEmpty()) {
      return gap.isEmpty()
          ? "compiled without a class path: none is needed"
          : "compiled without a class path: " + gap + more;
    }
    String found = Counted.of(libraries.entries().size(), "class path entry", "class path entries");
    return "compiled with " + found + (gap.isEmpty() ? "" : ", but " + gap + more);
  }

  /** {@return the verdict; empty if libraries make the compiler itself fail} */
  private Optional<Verdict> check(List<FileChange> changes, ClassPath libraries) {
    boolean alone = libraries.entries().isEmpty();
    Side after = new Side(changes, CompilerGate::after, libraries);
    Side before = new Side(changes, CompilerGate::before, libraries);
    run(alone && needsLibraries(changes) ? List.of(after, before) : List.of(after));
    if (!after.failures.isEmpty()) {
      return alone ? Optional.of(undecided(after)) : Optional.empty();
    }
    if (after.errors.isEmpty()) {
      return Optional.of(
          Verdict.passed(
              "%d changed files have no compiler error%s"
                  .formatted(changes.size(), told(libraries))));
    }
    if (!before.done) {
      run(List.of(before));
    }
    return Optional.of(compared(after, before));
  }

  private Verdict undecided(Side after) {
    return Verdict.failed(
        "the compiler itself fails on %s, so that nothing is known about the fixes there: %s%s"
            .formatted(
                Counted.of(after.unseen.size(), "file"),
                after.failures.get(0),
                told(after.libraries)),
        after.unseen);
  }

  private Verdict compared(Side after, Side before) {
    List<CompileError> fresh = onlyIn(after.errors, before.errors);
    if (!fresh.isEmpty()) {
      return Verdict.failed(
          "a new compiler error in " + fresh.get(0).text() + told(after.libraries),
          fresh.stream().map(CompileError::path).collect(Collectors.toSet()));
    }
    return Verdict.passed(
        "%d changed files have no new compiler error; %d are as before, for want of libraries%s"
            .formatted(after.changes.size(), after.errors.size(), told(after.libraries)));
  }

  /** One state of the changed files, and what the compiler says about it. */
  private static final class Side {
    private final List<FileChange> changes;
    private final Function<FileChange, String> text;
    private final ClassPath libraries;
    private final List<CompileError> errors = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Set<SourcePath> unseen = new HashSet<>();
    private final Map<SourcePath, String> texts = new HashMap<>();
    private int splits;
    private boolean done;

    Side(List<FileChange> changes, Function<FileChange, String> text, ClassPath libraries) {
      this.changes = changes;
      this.text = text;
      this.libraries = libraries;
    }

    /** {@return the texts of all its files, those too that are compiled in another part} */
    Map<SourcePath, String> texts() {
      if (texts.isEmpty()) {
        changes.forEach(change -> texts.put(change.path(), text.apply(change)));
      }
      return texts;
    }

    /** With libraries, those are what is left out first. */
    boolean mayRepeat() {
      return libraries.entries().isEmpty() && ++splits <= MOST_SPLITS;
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
          run(requireNonNull(open.poll()));
        });
  }

  private void run(Side side) {
    try (JavaFileManager libraries = Compilation.libraries(side.libraries.entries())) {
      for (CompileGroup group : CompileGroup.of(side.changes)) {
        runInParts(side, group, libraries);
      }
      side.done = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where the compiler fails on some files it may still see the half of them: only those on which
   * it fails by themselves stay unseen.
   */
  private void runInParts(Side side, CompileGroup group, JavaFileManager libraries) {
    Compilation.Outcome outcome = compiled(group, side, libraries);
    int half = group.files().size() / 2;
    if (outcome.failure().isPresent() && half > 0 && side.mayRepeat()) {
      for (CompileGroup part : CompileGroup.of(group.files().subList(0, half))) {
        runInParts(side, part, libraries);
      }
      for (CompileGroup part : CompileGroup.of(group.files().subList(half, group.files().size()))) {
        runInParts(side, part, libraries);
      }
    } else {
      side.add(group, outcome);
    }
  }

  private Compilation.Outcome compiled(CompileGroup group, Side side, JavaFileManager libraries) {
    MemoryFiles files = new MemoryFiles(libraries, index, group, side.texts());
    List<CompiledSource> sources =
        group.files().stream()
            .map(
                change ->
                    new CompiledSource(
                        change.path(),
                        change.packageName(),
                        () -> requireNonNull(side.texts().get(change.path()))))
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
