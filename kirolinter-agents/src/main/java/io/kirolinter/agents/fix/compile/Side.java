package io.kirolinter.agents.fix.compile;

import static java.util.Objects.requireNonNull;

import io.kirolinter.agents.fix.change.FileChange;
import io.kirolinter.agents.fix.classpath.ClassPath;
import io.kirolinter.agents.fix.compile.Compilation.Culprits;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.tools.JavaFileManager;

/**
 * One state of the changed files, and what the compiler says about it. For one thread.
 *
 * <p>Where libraries are missing, the compiler itself may fail, and see nothing of the rest. Then
 * it is asked again without the files that it fails on, or about each half where they are not
 * known; a few times only, and not at all about many files, as one answer takes seconds where the
 * project is large. What it still has not seen then stays unseen.
 */
final class Side {

  /** How much is tried to see the rest, where the compiler fails. */
  enum Effort {
    /** Nothing: it is looked at once. */
    ONCE(0),
    /** It is looked at in smaller parts. */
    IN_PARTS(12);

    private final int repetitions;

    Effort(int repetitions) {
      this.repetitions = repetitions;
    }
  }

  /** Where more files are changed, one compilation may take ten seconds. */
  private static final int MOST_AGAIN = 200;

  private final SourceIndex index;
  private final List<FileChange> changes;
  private final ClassPath libraries;
  private final Map<SourcePath, String> texts = new HashMap<>();
  private final List<CompileError> errors = new ArrayList<>();
  private final Map<SourcePath, String> unseen = new TreeMap<>();
  private int repetitions;
  private boolean done;

  /**
   * Describes a state, which nobody has looked at yet.
   *
   * @param text the one of a file in this state
   */
  Side(
      SourceIndex index,
      List<FileChange> changes,
      Function<FileChange, String> text,
      ClassPath libraries) {
    this.index = index;
    this.changes = changes;
    this.libraries = libraries;
    changes.forEach(change -> texts.put(change.path(), text.apply(change)));
  }

  /** Has the compiler look at it. */
  void compile(Effort effort) {
    repetitions = isSmall(changes) ? effort.repetitions : 0;
    try (JavaFileManager known = Compilation.libraries(libraries.entries())) {
      compile(changes, known);
      done = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return whether changes are so few that they may be compiled more than once} */
  static boolean isSmall(List<FileChange> changes) {
    return changes.size() <= MOST_AGAIN;
  }

  ClassPath libraries() {
    return libraries;
  }

  List<FileChange> changes() {
    return changes;
  }

  /** {@return the errors in the files that were seen} */
  List<CompileError> errors() {
    return errors.stream().filter(error -> !unseen.containsKey(error.path())).toList();
  }

  /** {@return the files that the compiler has not seen, each with the way in which it failed} */
  Map<SourcePath, String> unseen() {
    return unseen;
  }

  /** {@return whether the compiler has seen all of it} */
  boolean isWhole() {
    return done && unseen.isEmpty();
  }

  List<FileChange> changesBut(Set<SourcePath> files) {
    return changes.stream().filter(change -> !files.contains(change.path())).toList();
  }

  private void compile(List<FileChange> files, JavaFileManager known) {
    for (CompileGroup group : CompileGroup.of(files)) {
      Compilation.Outcome outcome = outcome(group, known);
      if (outcome.failure().isEmpty()) {
        errors.addAll(outcome.errors());
      } else {
        compileRest(group.files(), outcome, known);
      }
    }
  }

  private void compileRest(
      List<FileChange> files, Compilation.Outcome failed, JavaFileManager known) {
    String failure = failed.failure().orElseThrow();
    int half = files.size() / 2;
    if (half == 0 || repetitions-- <= 0) {
      files.forEach(file -> unseen.put(file.path(), failure));
    } else if (failed.culprits().isEmpty()) {
      compile(files.subList(0, half), known);
      compile(files.subList(half, files.size()), known);
    } else {
      unseen.putAll(failed.culprits());
      // others may need what they declare, and the compiler fails inside of bodies
      failed
          .culprits()
          .keySet()
          .forEach(culprit -> texts.computeIfPresent(culprit, (path, text) -> Outline.of(text)));
      compile(files.stream().filter(file -> !unseen.containsKey(file.path())).toList(), known);
    }
  }

  private Compilation.Outcome outcome(CompileGroup group, JavaFileManager known) {
    List<CompiledSource> sources =
        group.files().stream()
            .map(
                change ->
                    new CompiledSource(
                        change.path(),
                        change.packageName(),
                        () -> requireNonNull(texts.get(change.path()))))
            .toList();
    return Compilation.of(
        sources,
        new MemoryFiles(known, index, group, texts),
        JdkModules.neededBy(group.files()),
        repetitions > 0 ? Culprits.SEARCHED : Culprits.LEFT_OPEN);
  }
}
