package io.kirolinter.agents.fix;

import static java.util.Objects.requireNonNull;

import io.kirolinter.agents.fix.change.FileChange;
import io.kirolinter.agents.fix.file.FileFixer;
import io.kirolinter.agents.fix.file.FileTask;
import io.kirolinter.agents.fix.file.FixRules;
import io.kirolinter.agents.fix.file.GateLog;
import io.kirolinter.agents.syntax.DeepStack;
import io.kirolinter.core.artifact.FixSet.DropCause;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.artifact.FixSet.GateResult;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Fixes many files at once, each for itself, and remembers what came out. */
final class FileFixing {

  /** A thread with a parser of its own does not pay for fewer files. */
  private static final int FEWEST_PER_WORKER = 8;

  private final FixRequest request;
  private final FixRules rules;
  private final int workers;
  private final GateLog log = new GateLog();
  private final Map<SourcePath, SnapshotFile> files;
  private final Map<SourcePath, Optional<SourceText>> texts = new ConcurrentHashMap<>();
  private final Map<FileTask, FileChange> done = new ConcurrentHashMap<>();
  private final AtomicInteger finished = new AtomicInteger();

  FileFixing(FixRequest request, FixRules rules, int workers) {
    this.request = request;
    this.rules = rules;
    this.workers = workers;
    files =
        request.snapshot().files().stream()
            .collect(Collectors.toMap(SnapshotFile::path, Function.identity()));
  }

  /** {@return one task per file that can be fixed, ordered by path} */
  Map<SourcePath, FileTask> tasks(List<Finding> findings) {
    Map<SourcePath, List<Finding>> byFile =
        findings.stream()
            .collect(Collectors.groupingBy(Finding::path, TreeMap::new, Collectors.toList()));
    Map<SourcePath, FileTask> tasks = new TreeMap<>();
    byFile.forEach(
        (path, wanted) ->
            textOf(path)
                .ifPresent(
                    text ->
                        tasks.put(
                            path,
                            new FileTask(fileAt(path), text, wanted, request.level(), Set.of()))));
    return tasks;
  }

  /** {@return the fixes that cannot be tried, as there is no text to try them on} */
  List<DroppedFix> unreadable(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> textOf(finding.path()).isEmpty())
        .map(
            finding ->
                new DroppedFix(
                    finding.rule(),
                    finding.fingerprint(),
                    finding.path(),
                    finding.range().startLine(),
                    DropCause.NOT_POSSIBLE_NOW,
                    "the file is not UTF-8, or not part of the snapshot"))
        .toList();
  }

  /** {@return what became of the files, in the order of the tasks} */
  Map<SourcePath, FileChange> fix(Collection<FileTask> tasks) {
    List<FileTask> open = tasks.stream().filter(task -> !done.containsKey(task)).toList();
    int useful = Math.max(1, Math.min(workers, open.size() / FEWEST_PER_WORKER));
    finished.set(0);
    List<FileChange> made =
        DeepStack.each(useful, open, this::fixer, (fixer, task) -> fixed(fixer, task, open.size()));
    for (int i = 0; i < made.size(); i++) {
      done.put(open.get(i), made.get(i));
    }
    Map<SourcePath, FileChange> changes = new LinkedHashMap<>();
    tasks.forEach(task -> changes.put(task.file().path(), requireNonNull(done.get(task))));
    return changes;
  }

  /** {@return what the checks of single files came to} */
  List<GateResult> results() {
    return log.entries().stream()
        .map(
            entry ->
                new GateResult(
                    entry.gate(),
                    "%d checks, %d objections".formatted(entry.checks(), entry.objections()),
                    entry.time().toMillis()))
        .toList();
  }

  private FileFixer fixer() {
    return FileFixer.open(rules, log, request.levels()::allow);
  }

  private FileChange fixed(FileFixer fixer, FileTask task, int all) {
    request.cancellation().throwIfRequested();
    FileChange change = fixer.fix(task);
    request.progress().update("files", finished.incrementAndGet(), all);
    return change;
  }

  private Optional<SourceText> textOf(SourcePath path) {
    return texts.computeIfAbsent(
        path,
        any ->
            Optional.ofNullable(files.get(path))
                .flatMap(file -> SourceText.decode(request.snapshot().read(file))));
  }

  private SnapshotFile fileAt(SourcePath path) {
    return requireNonNull(files.get(path), () -> "no file " + path);
  }
}
