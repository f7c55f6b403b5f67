package io.kirolinter.agents.fix.compile;

import io.kirolinter.agents.fix.change.EditChain;
import io.kirolinter.agents.fix.change.FileChange;
import io.kirolinter.agents.fix.change.Stretch;
import io.kirolinter.agents.fix.gate.StateGate;
import io.kirolinter.agents.fix.gate.Verdict;
import io.kirolinter.agents.syntax.DeepStack;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.tools.JavaFileManager;

/**
 * No fix brings a compiler error: the JDK's compiler looks at every changed file, in the midst of
 * all others. Libraries are not known to it; so where it finds errors, it looks at the files as
 * they were too, and only errors that were not there before count.
 *
 * <p>Bodies that no edit could have an effect on are passed over; see {@link
 * FileChange#untouchedBodies()}.
 */
public final class CompilerGate implements StateGate {

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
    List<CompileError> after = errors(changes, CompilerGate::after);
    if (after.isEmpty()) {
      return Verdict.passed("%d changed files have no compiler error".formatted(changes.size()));
    }
    List<CompileError> before = errors(changes, CompilerGate::before);
    List<CompileError> fresh = onlyIn(after, before);
    return fresh.isEmpty()
        ? Verdict.passed(
            "%d changed files have no new compiler error, and %d as before for want of libraries"
                .formatted(changes.size(), after.size()))
        : Verdict.failed(
            "a new compiler error in " + fresh.get(0).text(),
            fresh.stream().map(CompileError::path).collect(Collectors.toSet()));
  }

  private List<CompileError> errors(List<FileChange> changes, Function<FileChange, String> text) {
    Queue<CompileError> errors = new ConcurrentLinkedQueue<>();
    DeepStack.runOnThreads(
        1,
        () -> {
          JavaFileManager jdk = Compilation.jdk();
          CompileGroup.of(changes).forEach(group -> errors.addAll(errors(group, text, jdk)));
        });
    return List.copyOf(errors);
  }

  private List<CompileError> errors(
      CompileGroup group, Function<FileChange, String> text, JavaFileManager jdk) {
    Map<SourcePath, String> texts = new HashMap<>();
    group.files().forEach(change -> texts.put(change.path(), text.apply(change)));
    MemoryFiles files = new MemoryFiles(jdk, index, group, texts);
    return Compilation.errors(
        group.files().stream()
            .map(c -> new CompiledSource(c.path(), c.packageName(), texts.get(c.path())))
            .toList(),
        files);
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
        others.stream()
            .collect(Collectors.groupingBy(CompileError::sort, Collectors.counting()));
    return some.stream()
        .filter(error -> known.merge(error.sort(), -1L, Long::sum) < 0)
        .toList();
  }

}
