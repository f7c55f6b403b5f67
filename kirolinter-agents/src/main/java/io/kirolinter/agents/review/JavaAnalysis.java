package io.kirolinter.agents.review;

import io.kirolinter.agents.syntax.DeepStack;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.agents.syntax.JavaSource;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** One analysis: several threads take the files, some at a time, until none is left. */
final class JavaAnalysis {

  private static final int FILES_AT_A_TIME = 16;

  /** A generated table of this size costs more time than its findings are worth. */
  private static final long LARGEST_FILE = 5_000_000;

  private final AnalysisRequest request;
  private final List<SnapshotFile> files;
  private final JavaChecker checker;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final Queue<FileReport> reports = new ConcurrentLinkedQueue<>();

  JavaAnalysis(AnalysisRequest request, List<SnapshotFile> files, JavaChecker checker) {
    this.request = request;
    this.files = files;
    this.checker = checker;
  }

  AnalysisReport run(int workers) {
    int useful = Math.max(1, Math.min(workers, files.size() / FILES_AT_A_TIME));
    DeepStack.runOnThreads(useful, this::work);
    return new AnalysisReport(List.copyOf(reports));
  }

  private void work() {
    JavaParser parser = JavaParser.open();
    for (int from = take(); from < files.size(); from = take()) {
      request.cancellation().throwIfRequested();
      List<SnapshotFile> some = files.subList(from, Math.min(from + FILES_AT_A_TIME, files.size()));
      analyze(readable(some), parser);
      request.progress().update("files", done.addAndGet(some.size()), files.size());
    }
  }

  private int take() {
    return taken.getAndAdd(FILES_AT_A_TIME);
  }

  private List<JavaSource> readable(List<SnapshotFile> some) {
    List<JavaSource> sources = new ArrayList<>();
    for (SnapshotFile file : some) {
      read(file).ifPresent(sources::add);
    }
    return sources;
  }

  private Optional<JavaSource> read(SnapshotFile file) {
    if (file.size() > LARGEST_FILE) {
      refuse(file, "has %.1f MB; files over 5 MB are not analysed", file.size() / 1e6);
      return Optional.empty();
    }
    try {
      Optional<SourceText> text = SourceText.decode(request.snapshot().read(file));
      if (text.isEmpty()) {
        refuse(file, "is not UTF-8");
      }
      return text.map(decoded -> new JavaSource(file.path(), decoded.text()));
    } catch (KiroLinterException e) {
      refuse(file, "cannot be read: %s", e);
      return Optional.empty();
    }
  }

  private void refuse(SnapshotFile file, String reason, Object... values) {
    reports.add(FileReport.unreadable(file.path(), String.format(Locale.ROOT, reason, values)));
  }

  /** Parses the sources together; should that fail, one by one, so that only the guilty is lost. */
  private void analyze(List<JavaSource> sources, JavaParser parser) {
    List<FileReport> together = new ArrayList<>();
    try {
      parser.parse(sources, tree -> together.add(checker.check(tree)));
      reports.addAll(together);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      sources.forEach(this::analyzeAlone);
    }
  }

  private void analyzeAlone(JavaSource source) {
    try {
      reports.add(checker.check(JavaParser.open().parse(source.path(), source.text())));
    } catch (StackOverflowError e) {
      reports.add(FileReport.unreadable(source.path(), "is nested too deeply to be parsed"));
    } catch (RuntimeException | AssertionError e) {
      reports.add(FileReport.unreadable(source.path(), "made the analyzer fail: " + e));
    }
  }
}
