package io.kirolinter.agents.fix.apply;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The times that one checkout was fixed outside any run, so that each can be taken back. The last
 * {@value #KEPT} are kept.
 *
 * <p>While it is open, other processes that open it wait; so keep that short. For one thread.
 */
public final class FixHistory implements AutoCloseable {

  private static final int KEPT = 50;
  private static final String UNDONE = "undone";
  private static final String ID = "\\d{8}-\\d{6}-[0-9a-f]{6}";

  private final Path folder;
  private final Path checkout;
  private final FileChannel lock;

  private FixHistory(Path folder, Path checkout, FileChannel lock) {
    this.folder = folder;
    this.checkout = checkout;
    this.lock = lock;
  }

  /**
   * {@return the history of a checkout; closing it lets the next one in}
   *
   * @param home the data folder of the user
   * @param checkout real; the history is that of this very folder
   * @throws WorkFailedException if the folder cannot be written, or this process has it open
   */
  public static FixHistory open(Path home, Path checkout) {
    Path folder = folder(home, checkout);
    try {
      Files.createDirectories(folder);
      return new FixHistory(folder, checkout, locked(folder.resolve("lock")));
    } catch (IOException | OverlappingFileLockException e) {
      throw failed("open", folder, e);
    }
  }

  /** {@return the next entry, of which nothing is on disk yet} */
  public static FixRecord next(Path home, Path checkout, Instant now, RandomGenerator random) {
    RunId id = RunId.next(now, random);
    return new FixRecord(id, folder(home, checkout).resolve(id.value()));
  }

  /** {@return what was written and not yet taken back, the newest first} */
  public List<FixRecord> records() {
    return all().stream().filter(record -> !isUndone(record)).toList();
  }

  /**
   * Restores the files of one time byte for byte, all or none.
   *
   * @param id which; empty for the last one that was not taken back yet
   * @return the files that were restored; empty if it was taken back before
   * @throws InvalidRequestException if there is nothing to take back, or somebody has edited a file
   *     since
   * @throws WorkFailedException if a file cannot be read or written
   */
  public List<SourcePath> undo(Optional<RunId> id) {
    FixRecord record = id.map(this::find).orElseGet(this::newest);
    List<SourcePath> restored = TreeUndo.restore(record.folder(), checkout);
    try {
      Files.writeString(record.folder().resolve(UNDONE), "");
    } catch (IOException e) {
      throw failed("write", record.folder(), e);
    }
    return restored;
  }

  /** {@return the last one that was not taken back yet} */
  public FixRecord newest() {
    return records().stream()
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidRequestException(
                    ErrorMessage.cannot("take back", "fixes in", checkout.toString())
                        .found("none were written that are not taken back already")
                        .expected("a checkout that 'kirolinter fix' has changed")
                        .remedy("Runs of agents are taken back by 'kirolinter agent undo RUN'.")));
  }

  /** Deletes what is too old to be kept. */
  public void prune() {
    try {
      for (FixRecord old : all().stream().skip(KEPT).toList()) {
        MoreFiles.deleteRecursively(old.folder(), RecursiveDeleteOption.ALLOW_INSECURE);
      }
    } catch (IOException e) {
      throw failed("delete old entries of", folder, e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw failed("close", folder, e);
    }
  }

  private FixRecord find(RunId id) {
    List<FixRecord> known = all();
    return known.stream()
        .filter(record -> record.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidRequestException(
                    ErrorMessage.cannot("take back", "fixes", id.value())
                        .found("there are none of this name in " + checkout)
                        .expected("a name that 'kirolinter fix' has printed there")
                        .remedy(
                            NearestName.hint(
                                id.value(),
                                known.stream().map(record -> record.id().value()).toList()))));
  }

  private List<FixRecord> all() {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> entry.getFileName().toString().matches(ID))
          .filter(entry -> Files.isDirectory(entry.resolve("undo")))
          .map(entry -> new FixRecord(RunId.of(entry.getFileName().toString()), entry))
          .sorted(Comparator.comparing(FixRecord::id).reversed())
          .toList();
    } catch (IOException e) {
      throw failed("read", folder, e);
    }
  }

  private static boolean isUndone(FixRecord record) {
    return Files.exists(record.folder().resolve(UNDONE));
  }

  private static FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      channel.lock();
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static Path folder(Path home, Path checkout) {
    byte[] name = checkout.toString().getBytes(StandardCharsets.UTF_8);
    return home.resolve("fixes").resolve(ContentHash.of(name).value().substring(0, 16));
  }

  private static WorkFailedException failed(String action, Path folder, Exception e) {
    return new WorkFailedException(
        ErrorMessage.cannot(action, "history of fixes", folder.toString())
            .found(e.getClass().getSimpleName() + ": " + e.getMessage())
            .expected("a folder that can be written to, used by one command at a time")
            .remedy("Make room or correct the permissions, then try again."),
        e);
  }
}
