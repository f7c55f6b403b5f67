package io.kirolinter.agents.fix.apply;

import io.kirolinter.agents.fix.change.FixedFile;
import io.kirolinter.agents.git.CheckoutStatus;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes fixed files into a checkout: only over files that are as the fixes expect them and that
 * nobody is working on, and never through a link. What it overwrites is kept first, so that {@link
 * TreeUndo} can restore it.
 *
 * <p>A process that dies in between leaves each file old or new as a whole; calling again with the
 * same folder completes the work.
 */
public final class TreeApply {

  private final Path root;
  private final CheckoutStatus status;
  private final Path folder;

  private TreeApply(Path root, CheckoutStatus status, Path folder) {
    this.root = root;
    this.status = status;
    this.folder = folder;
  }

  /**
   * {@return a writer for a checkout}
   *
   * @param folder of the run, outside the checkout; keeps the original contents
   */
  public static TreeApply to(Repository repository, Path folder) {
    return to(repository, folder, DirtyFiles.KEEP);
  }

  /**
   * {@return a writer for a checkout}
   *
   * @param folder of the run, outside the checkout; keeps the original contents
   * @param dirty whether files that differ from the commit are written to as well
   */
  public static TreeApply to(Repository repository, Path folder, DirtyFiles dirty) {
    CheckoutStatus status =
        dirty == DirtyFiles.FIX ? new CheckoutStatus(Set.of()) : CheckoutStatus.of(repository);
    return new TreeApply(repository.location(), status, folder);
  }

  /**
   * {@return the files that cannot be written now, each with the reason}
   *
   * @throws WorkFailedException if a file cannot be read
   */
  public Map<SourcePath, String> obstacles(List<FixedFile> files) {
    Map<SourcePath, String> obstacles = new TreeMap<>();
    try {
      for (FixedFile file : files) {
        obstacle(file).ifPresent(reason -> obstacles.put(file.path(), reason));
      }
    } catch (IOException e) {
      throw failed(e);
    }
    return obstacles;
  }

  /**
   * Writes the files that no obstacle keeps from being written.
   *
   * @return what was written
   * @throws WorkFailedException if a file cannot be written; those before it are, and can be
   *     restored
   */
  public List<SourcePath> write(List<FixedFile> files) {
    try {
      UndoJournal journal = UndoJournal.open(folder);
      List<FixedFile> open = new ArrayList<>();
      for (FixedFile file : files) {
        if (obstacle(file).isEmpty()) {
          open.add(file);
          note(file, journal);
        }
      }
      journal.save();
      for (FixedFile file : open) {
        replace(file);
      }
      return open.stream().map(FixedFile::path).toList();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Optional<String> obstacle(FixedFile file) throws IOException {
    SafeFile place = SafeFile.at(root, file.path());
    if (!place.isThere()) {
      return Optional.of("there is no such file in the checkout, or a link on the way to it");
    }
    if (place.holds(file.after().encode())) {
      return Optional.empty(); // written by an earlier attempt
    }
    if (place.isReadOnly()) {
      return Optional.of("the file is read-only");
    }
    if (!status.isClean(file.path())) {
      return Optional.of("somebody is working on the file: it differs from the commit");
    }
    return place.holds(file.before().encode())
        ? Optional.empty()
        : Optional.of("the file in the checkout differs from the one that was reviewed");
  }

  private void note(FixedFile file, UndoJournal journal) throws IOException {
    SafeFile place = SafeFile.at(root, file.path());
    byte[] original = file.before().encode();
    if (!place.holds(original)) {
      return; // noted by an earlier attempt; or a person came to the same, which stays theirs
    }
    journal.add(
        new UndoEntry(
            file.path(),
            ContentHash.of(original),
            file.after().hash(),
            place.permissions().map(PosixFilePermissions::toString)),
        original);
  }

  private void replace(FixedFile file) throws IOException {
    SafeFile place = SafeFile.at(root, file.path());
    Optional<Set<PosixFilePermission>> permissions = place.permissions();
    if (place.holds(file.before().encode())) {
      place.replace(file.after().encode(), permissions);
    }
  }

  private WorkFailedException failed(IOException e) {
    return new WorkFailedException(
        ErrorMessage.cannot("write", "fixes into", root.toString())
            .found(e.getClass().getSimpleName() + ": " + e.getMessage())
            .expected("files and folders that can be written to")
            .remedy("Make room or correct the permissions, then resume the run."),
        e);
  }
}
