package io.kirolinter.agents.fix.apply;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Takes back what {@link TreeApply} wrote. */
public final class TreeUndo {

  private final Path root;
  private final UndoJournal journal;

  private TreeUndo(Path root, UndoJournal journal) {
    this.root = root;
    this.journal = journal;
  }

  /**
   * Restores the files of a run byte for byte, all or none. Doing it twice changes nothing.
   *
   * @param folder of the run
   * @param root of the checkout; real
   * @return the files that were restored; empty if the run wrote none, or all are as they were
   * @throws InvalidRequestException if somebody has edited a file since; none is restored then
   * @throws WorkFailedException if a file cannot be read or written
   */
  public static List<SourcePath> restore(Path folder, Path root) {
    try {
      return new TreeUndo(root, UndoJournal.open(folder)).restore();
    } catch (IOException e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("restore", "files of", root.toString())
              .found(e.getClass().getSimpleName() + ": " + e.getMessage())
              .expected("files that can be written to, and the originals in " + folder)
              .remedy("Make room or correct the permissions, then try again."),
          e);
    }
  }

  /** {@return whether the folder of a run holds what is needed to restore files} */
  public static boolean isIn(Path folder) {
    return UndoJournal.isIn(folder);
  }

  private List<SourcePath> restore() throws IOException {
    List<UndoEntry> open = new ArrayList<>();
    List<String> edited = new ArrayList<>();
    for (UndoEntry entry : journal.entries()) {
      ContentHash now = hashOf(entry);
      if (now.equals(entry.after())) {
        open.add(entry);
      } else if (!now.equals(entry.before())) {
        edited.add(entry.path().value());
      }
    }
    if (!edited.isEmpty()) {
      throw refused(edited);
    }
    for (UndoEntry entry : open) {
      SafeFile.at(root, entry.path())
          .replace(
              journal.original(entry), entry.permissions().map(PosixFilePermissions::fromString));
    }
    return open.stream().map(UndoEntry::path).toList();
  }

  /** {@return the hash of the file; that of no content if it is not there any more} */
  private ContentHash hashOf(UndoEntry entry) throws IOException {
    SafeFile file = SafeFile.at(root, entry.path());
    return ContentHash.of(file.isThere() ? file.read() : new byte[0]);
  }

  private static InvalidRequestException refused(List<String> edited) {
    return new InvalidRequestException(
        ErrorMessage.cannot("restore", "files", String.join(", ", edited))
            .found("they were changed or removed after the run had written them")
            .expected("files as the run left them; nothing was restored")
            .remedy("Put your changes aside, then undo again."));
  }
}
