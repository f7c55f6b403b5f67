package io.kirolinter.agents.baseline;

import com.google.common.hash.Hashing;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.LineIndex;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import io.kirolinter.core.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The texts that findings are about, read from the files once each. */
final class FlaggedTexts {

  private record Lines(String text, LineIndex index) {}

  private final Snapshot snapshot;
  private final Map<SourcePath, Optional<Lines>> files = new HashMap<>();

  FlaggedTexts(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  BaselineEntry entryFor(Finding finding) {
    return new BaselineEntry(
        finding.rule(), finding.path(), finding.fingerprint(), hashOf(finding));
  }

  /** {@return 16 hexadecimal digits; differences in white space do not count} */
  String hashOf(Finding finding) {
    String text =
        files
            .computeIfAbsent(finding.path(), this::read)
            .map(file -> flagged(file, finding.range()))
            .orElse("");
    String normal = text.strip().replaceAll("\\s+", " ");
    return Hashing.sha256().hashString(normal, StandardCharsets.UTF_8).toString().substring(0, 16);
  }

  /** A file that other tools name and that cannot be read has findings without a text. */
  private Optional<Lines> read(SourcePath path) {
    try {
      return snapshot
          .file(path)
          .map(snapshot::read)
          .flatMap(SourceText::decode)
          .map(source -> new Lines(source.text(), LineIndex.of(source.text())));
    } catch (WorkFailedException e) {
      return Optional.empty();
    }
  }

  private static String flagged(Lines file, SourceRange range) {
    int start = offset(file, range.startLine(), range.startColumn());
    return file.text().substring(start, Math.max(start, end(file, range)));
  }

  private static int end(Lines file, SourceRange range) {
    return offset(file, range.endLine(), range.endColumn());
  }

  private static int offset(Lines file, int line, int column) {
    if (line > file.index().lines()) {
      return file.text().length();
    }
    return Math.min(file.index().startOf(line) + column - 1, file.index().endOf(line));
  }
}
