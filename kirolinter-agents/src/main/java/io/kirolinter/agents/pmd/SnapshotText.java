package io.kirolinter.agents.pmd;

import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourceText;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import net.sourceforge.pmd.lang.LanguageVersion;
import net.sourceforge.pmd.lang.document.FileId;
import net.sourceforge.pmd.lang.document.TextFile;
import net.sourceforge.pmd.lang.document.TextFileContent;

/**
 * A file of the snapshot as PMD wants to read it, which it does late: at no time are all texts in
 * memory. What keeps it from being read is an error of that file.
 */
final class SnapshotText implements TextFile {

  /** A generated table of this size costs more time than its findings are worth. */
  private static final long LARGEST_FILE = 5_000_000;

  private final Snapshot snapshot;
  private final SnapshotFile file;
  private final LanguageVersion language;
  private final Cancellation cancellation;
  private final FileId id;
  private String text = "";
  private Optional<String> trouble = Optional.empty();

  SnapshotText(
      Snapshot snapshot, SnapshotFile file, LanguageVersion language, Cancellation cancellation) {
    this.snapshot = snapshot;
    this.file = file;
    this.language = language;
    this.cancellation = cancellation;
    this.id = FileId.fromPathLikeString(file.path().value());
  }

  SnapshotFile file() {
    return file;
  }

  /** {@return the text as it was read, with the line ends of the file; empty before} */
  String text() {
    return text;
  }

  /** {@return why the file could not be read; PMD tells nobody} */
  Optional<String> trouble() {
    return trouble;
  }

  void forget() {
    text = "";
  }

  @Override
  public LanguageVersion getLanguageVersion() {
    return language;
  }

  @Override
  public FileId getFileId() {
    return id;
  }

  /** PMD gets one kind of line end, so that its line numbers are ours whatever the file has. */
  @Override
  public TextFileContent readContents() throws IOException {
    if (cancellation.isRequested()) {
      throw unreadable("cancelled on request");
    }
    if (file.size() > LARGEST_FILE) {
      throw unreadable(
          String.format(
              Locale.ROOT, "has %.1f MB; files over 5 MB are not analysed", file.size() / 1e6));
    }
    text = decoded();
    return TextFileContent.fromCharSeq(text.replace("\r\n", "\n").replace('\r', '\n'));
  }

  private String decoded() throws IOException {
    try {
      return SourceText.decode(snapshot.read(file))
          .map(SourceText::text)
          .orElseThrow(() -> unreadable("is not UTF-8"));
    } catch (KiroLinterException e) {
      throw unreadable("cannot be read: " + e.getMessage());
    }
  }

  private IOException unreadable(String reason) {
    trouble = Optional.of(reason);
    return new IOException(reason);
  }

  @Override
  public void close() {
    // nothing is open: the listener of the file still needs the text
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SnapshotText text && text.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return file.path().value();
  }
}
