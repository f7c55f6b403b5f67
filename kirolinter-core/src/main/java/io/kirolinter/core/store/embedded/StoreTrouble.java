package io.kirolinter.core.store.embedded;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/** Says what is wrong with a database file, and what a person can do about it. */
final class StoreTrouble {

  private static final int NOT_PERMITTED = 3;
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int NO_MEMORY = 7;
  private static final int READ_ONLY = 8;
  private static final int INTERRUPTED = 9;
  private static final int DISK_ERROR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANNOT_OPEN = 14;
  private static final int NOT_A_DATABASE = 26;

  private StoreTrouble() {}

  static StoreException of(String action, Path file, SQLException cause) {
    return new StoreException(
        ErrorMessage.cannot(action, "data store", file.toString())
            .found(found(cause))
            .remedy(remedy(cause)),
        cause);
  }

  static StoreException folder(Path home, IOException cause) {
    String reason = cause.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    return new StoreException(
        ErrorMessage.cannot("open", "data folder", home.toString())
            .found("it is no folder and cannot be made one (" + lower(reason) + ")")
            .expected("a folder that this user can write to")
            .remedy("Choose another data folder, or make this one writable."),
        cause);
  }

  static StoreException setAside(Path file, IOException cause) {
    return new StoreException(
        ErrorMessage.cannot("set aside", "data store", file.toString())
            .found(String.valueOf(cause.getMessage()))
            .expected("a folder that this user can write to")
            .remedy("Move the file away by hand."),
        cause);
  }

  /** A row that is there, but holds what nobody wrote. */
  static StoreException unreadable(Path file, RuntimeException cause) {
    return new StoreException(
        ErrorMessage.cannot("read", "data store", file.toString())
            .found("it holds what no release wrote: " + cause.getMessage())
            .remedy("Look at the disk; 'kirolinter doctor' says whether the file is damaged."),
        cause);
  }

  static StoreException newer(Path file, int version, int known) {
    return new StoreException(
        ErrorMessage.cannot("open", "data store", file.toString())
            .found("it was written by a newer release, in version " + version)
            .expected("version " + known + " or older")
            .remedy("Use the newer release, or choose another data folder; nothing was changed."));
  }

  /** {@return whether the file itself is damaged, so that no later attempt can succeed} */
  private static boolean isDamage(SQLException e) {
    return codeOf(e) == CORRUPT || codeOf(e) == NOT_A_DATABASE;
  }

  /**
   * {@return whether what is in the file explains the trouble: damage can look like anything, so it
   * is what neither the disk nor another process explains}
   */
  static boolean isOfTheFile(SQLException e, Path file) {
    return isDamage(e) || (isReadOnly(e) ? isWritable(file) : !isOfTheDisk(e));
  }

  private static boolean isWritable(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return Files.isWritable(file) && folder != null && Files.isWritable(folder);
  }

  static boolean isBusy(SQLException e) {
    return codeOf(e) == BUSY;
  }

  static boolean isBusy(StoreException e) {
    return e.getCause() instanceof SQLException cause && isBusy(cause);
  }

  private static boolean isReadOnly(SQLException e) {
    return codeOf(e) == READ_ONLY;
  }

  /** {@return whether the trouble comes from around the file, and not from what is in it} */
  private static boolean isOfTheDisk(SQLException e) {
    return switch (codeOf(e)) {
      case NOT_PERMITTED, BUSY, LOCKED, NO_MEMORY, INTERRUPTED, DISK_ERROR, FULL, CANNOT_OPEN ->
          true;
      default -> false;
    };
  }

  /** The higher bits only say more of the same. */
  private static int codeOf(SQLException e) {
    return e.getErrorCode() & 0xFF;
  }

  private static String found(SQLException e) {
    return switch (codeOf(e)) {
      case BUSY -> "another process kept it locked for too long";
      case READ_ONLY, CANNOT_OPEN -> "the file or its folder is not writable";
      case CORRUPT, NOT_A_DATABASE -> "the file is damaged, or no data store";
      case FULL -> "the disk is full";
      default -> String.valueOf(e.getMessage());
    };
  }

  private static String remedy(SQLException e) {
    return switch (codeOf(e)) {
      case BUSY -> "Try again.";
      case READ_ONLY, CANNOT_OPEN -> "Make both writable, or choose another data folder.";
      case CORRUPT, NOT_A_DATABASE ->
          "Put a backup in its place, or set it aside to start anew, as 'kirolinter doctor --repair'"
              + " does; it was left as it is.";
      case FULL -> "Free some space and try again; what was written before is safe.";
      default -> "Try again; if it fails again, look at the disk that holds the file.";
    };
  }

  private static String lower(String text) {
    return text.replace("Exception", "").strip().toLowerCase(Locale.ROOT);
  }
}
