package io.kirolinter.agents.fix.compile;

import static java.util.Objects.requireNonNull;

import io.kirolinter.agents.fix.change.EditChain;
import io.kirolinter.agents.fix.change.FileChange;
import io.kirolinter.agents.fix.change.Stretch;
import io.kirolinter.agents.fix.classpath.ClassPath;
import io.kirolinter.agents.fix.classpath.ClassPaths;
import io.kirolinter.agents.fix.compile.Side.Effort;
import io.kirolinter.agents.fix.gate.StateGate;
import io.kirolinter.agents.fix.gate.Verdict;
import io.kirolinter.agents.syntax.DeepStack;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * No fix brings a compiler error: the JDK's compiler looks at every changed file, in the midst of
 * all others, with the libraries that are known. Others are missing; so where it finds errors, it
 * looks at the files as they were too, and only errors that were not there before count.
 *
 * <p>Where the compiler itself fails, which it does for want of libraries, it has not seen whether
 * the fixes are good. So they are not believed to be, but not blamed either: no fix is searched
 * there, which would take a compilation a step. Those files stay unchecked; if they are not too
 * many files, the others are compiled without them.
 *
 * <p>Bodies that no edit could have an effect on are passed over; see {@link
 * FileChange#untouchedBodies()}.
 */
public final class CompilerGate implements StateGate {

  /** An import of a type by its name; the package ends before the first upper case. */
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import\\s+([a-z_][a-z0-9_]*(?:\\.[a-z_][a-z0-9_]*)*)\\.[A-Z]");

  private static final String REMEDY =
      "build the project once, so that its libraries are in the local Maven repository, and fix again";

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
    Effort effort = alone ? Effort.IN_PARTS : Effort.ONCE;
    Side after = new Side(index, changes, CompilerGate::after, libraries);
    Side before = new Side(index, changes, CompilerGate::before, libraries);
    List<Runnable> work = new ArrayList<>(List.of(() -> after.compile(effort)));
    if (alone && Side.isSmall(changes) && needsLibraries(changes)) {
      work.add(() -> before.compile(Effort.ONCE));
    }
    atOnce(work);
    Map<SourcePath, String> unseen = new TreeMap<>(after.unseen());
    List<CompileError> known = List.of();
    if (!after.errors().isEmpty() && unseen.size() < changes.size()) {
      Side compared = before.isWhole() ? before : again(after, effort);
      unseen.putAll(compared.unseen());
      known = compared.errors();
    }
    if (unseen.isEmpty()) {
      return Optional.of(verdict(after, known));
    }
    return alone ? Optional.of(unsearched(after, known, unseen)) : Optional.empty();
  }

  private static void atOnce(List<Runnable> work) {
    Queue<Runnable> open = new ConcurrentLinkedQueue<>(work);
    DeepStack.runOnThreads(work.size(), () -> requireNonNull(open.poll()).run());
  }

  /** {@return how it was before, in the files that can be seen as they are now} */
  private Side again(Side after, Effort effort) {
    List<FileChange> seen = after.changesBut(after.unseen().keySet());
    Side before = new Side(index, seen, CompilerGate::before, after.libraries());
    atOnce(List.of(() -> before.compile(effort)));
    return before;
  }

  private Verdict verdict(Side after, List<CompileError> known) {
    List<CompileError> fresh = onlyIn(after.errors(), known);
    if (!fresh.isEmpty()) {
      return Verdict.failed(
          fresh(fresh.get(0)) + told(after.libraries()),
          fresh.stream().map(CompileError::path).collect(Collectors.toSet()));
    }
    return Verdict.passed(seen(after.changes().size(), after.errors()) + told(after.libraries()));
  }

  private static String fresh(CompileError error) {
    return "a new compiler error in " + error.text();
  }

  private static String seen(int files, List<CompileError> errors) {
    return errors.isEmpty()
        ? "%d changed files have no compiler error".formatted(files)
        : "%d changed files have no new compiler error; %d are as before, for want of libraries"
            .formatted(files, errors.size());
  }

  /** {@return the verdict where the compiler fails on some files: about the others} */
  private Verdict unsearched(Side after, List<CompileError> known, Map<SourcePath, String> unseen) {
    Map<SourcePath, String> unchecked = reasons(unseen, after.libraries());
    for (CompileError error : onlyIn(but(unseen.keySet(), after.errors()), known)) {
      unchecked.putIfAbsent(
          error.path(),
          fresh(error)
              + ", and which fix brings it was not searched, as the compiler itself fails on other"
              + " files for want of libraries");
    }
    int seen = after.changes().size() - unchecked.size();
    String failed =
        "the compiler itself fails, and the fixes of %s are left out unchecked; %s%s"
            .formatted(Counted.of(unchecked.size(), "file"), REMEDY, told(after.libraries()));
    String others =
        seen == 0
            ? "no changed file could be checked"
            : seen(seen, but(unchecked.keySet(), after.errors()));
    return Verdict.passed(others + "; " + failed).except(unchecked);
  }

  private static List<CompileError> but(Set<SourcePath> files, List<CompileError> errors) {
    return errors.stream().filter(error -> !files.contains(error.path())).toList();
  }

  private Map<SourcePath, String> reasons(Map<SourcePath, String> unseen, ClassPath libraries) {
    Map<SourcePath, String> reasons = new TreeMap<>();
    unseen.forEach(
        (path, failure) ->
            reasons.put(
                path,
                "the compiler itself fails here, so that nothing is known about the fix: %s; %s%s"
                    .formatted(failure, REMEDY, told(libraries))));
    return reasons;
  }

  /** Then there will be errors, and it takes no longer to look at both sides at once. */
  private boolean needsLibraries(List<FileChange> changes) {
    return changes.stream()
        .flatMap(change -> IMPORT.matcher(change.before().text()).results())
        .map(found -> found.group(1))
        .distinct()
        .anyMatch(name -> !name.matches("javax?\\..*|jdk\\..*") && !index.hasPackage(name));
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
