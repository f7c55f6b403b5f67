package io.kirolinter.core.store.embedded;

import io.kirolinter.core.error.StoreException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Sets a damaged data store aside, so that the next opening begins a new one.
 *
 * <p>Nothing does that by itself: an opening refuses a damaged file and leaves it, since what looks
 * like damage may be a disk that is not there, and since runs and jobs would be gone without
 * anybody knowing. A person who read the error decides, and what was in the file stays beside the
 * new one.
 */
public final class StoreRepair {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'.damaged-'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private static final int MOST_OF_ONE_SECOND = 100;

  private StoreRepair() {}

  /**
   * Looks at every page of the store, and renames the file if it is damaged. No process may have it
   * open: one that has goes on with the renamed file.
   *
   * @param home the data folder
   * @param clock what the time in the new name is of
   * @return where the file is now; empty if it is sound, or there is none
   * @throws StoreException if the file cannot be looked at or renamed, or is of a newer release;
   *     nothing is changed then
   */
  public static Optional<Path> setAsideIfDamaged(Path home, InstantSource clock) {
    Path file = home.toAbsolutePath().resolve(EmbeddedStores.FILE);
    if (!Files.isRegularFile(file) || isSound(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(setAside(file, NAME.format(clock.instant())));
    } catch (IOException e) {
      throw StoreTrouble.setAside(file, e);
    }
  }

  private static boolean isSound(Path file) {
    try (Database database = Database.open(file, Schema.STORES, Durability.LASTING)) {
      return database
          .read("look at", () -> database.first("PRAGMA quick_check(1)", row -> row.getString(1)))
          .filter("ok"::equals)
          .isPresent();
    } catch (StoreException e) {
      if (e.getCause() instanceof SQLException cause && StoreTrouble.isOfTheFile(cause, file)) {
        return false;
      }
      throw e;
    }
  }

  /** The file goes last, as nobody takes the others for anything without it. */
  private static Path setAside(Path file, String suffix) throws IOException {
    for (int i = 0; i < MOST_OF_ONE_SECOND; i++) {
      Path target = file.resolveSibling(file.getFileName() + suffix + (i == 0 ? "" : "-" + i));
      if (!Files.exists(target)) {
        for (String kind : List.of("-wal", "-shm", "")) {
          Path part = file.resolveSibling(file.getFileName() + kind);
          if (Files.exists(part)) {
            Files.move(part, target.resolveSibling(target.getFileName() + kind));
          }
        }
        return target;
      }
    }
    throw new FileAlreadyExistsException(file + suffix);
  }
}
