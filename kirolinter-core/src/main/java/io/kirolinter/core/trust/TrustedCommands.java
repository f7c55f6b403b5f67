package io.kirolinter.core.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.Sets;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.repository.RepositoryId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The commands of repositories that one user trusts, in a file of the data folder that only this
 * user may read and write. The file is replaced at one stroke, and several processes may change it
 * at once. For one thread of a process at a time.
 *
 * <p>Every method throws {@link StoreException} if the file cannot be read or written; then nothing
 * is trusted and nothing is changed.
 */
public final class TrustedCommands {

  private static final String FILE = "trust.json";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Sets.immutableEnumSet(PosixFilePermissions.fromString("rw-------"));
  private static final Set<PosixFilePermission> FOREIGN_HANDS =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  /** The file as it is written. */
  record Entries(List<TrustedCommand> commands) {
    Entries {
      commands = List.copyOf(commands);
    }
  }

  private final Path folder;
  private final Path file;

  private TrustedCommands(Path folder) {
    this.folder = folder;
    this.file = folder.resolve(FILE);
  }

  /**
   * {@return the trusted commands of a user; nothing is read yet}
   *
   * @param home the data folder
   */
  public static TrustedCommands in(Path home) {
    return new TrustedCommands(home);
  }

  /** {@return all trusted commands, in the order in which they were trusted} */
  public List<TrustedCommand> all() {
    try {
      refuseForeignHands();
      return Json.read(Files.readString(file), Entries.class).commands();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw failed("read", e);
    }
  }

  /** {@return whether exactly this command is trusted for the repository} */
  public boolean isTrusted(RepositoryId repository, String command) {
    return all().stream()
        .anyMatch(one -> one.repository().equals(repository) && one.command().equals(command));
  }

  /** Trusts a command; one that is trusted already keeps its date. */
  public void trust(TrustedCommand wanted) {
    change(
        known ->
            known.stream().anyMatch(one -> isSame(one, wanted))
                ? known
                : Stream.concat(known.stream(), Stream.of(wanted)).toList());
  }

  /** Takes trust away from all commands of a repository. */
  public void revoke(RepositoryId repository) {
    change(known -> known.stream().filter(one -> !one.repository().equals(repository)).toList());
  }

  private static boolean isSame(TrustedCommand one, TrustedCommand other) {
    return one.repository().equals(other.repository()) && one.command().equals(other.command());
  }

  private void change(Function<List<TrustedCommand>, List<TrustedCommand>> change) {
    try {
      Files.createDirectories(folder);
      try (FileChannel lock =
          FileChannel.open(
              folder.resolve("trust.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock.lock();
        write(new Entries(change.apply(all())));
      }
    } catch (IOException | OverlappingFileLockException e) {
      throw failed("write", e);
    }
  }

  /** Nobody else can read the half-written file either: it is closed before anything is in it. */
  private void write(Entries entries) throws IOException {
    Path half = folder.resolve(FILE + ".part");
    Files.deleteIfExists(half);
    try (FileChannel channel =
        FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      if (knowsPermissions(half)) {
        Files.setPosixFilePermissions(half, OWNER_ONLY);
      }
      ByteBuffer bytes = ByteBuffer.wrap(Json.writePretty(entries).getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void refuseForeignHands() throws IOException {
    if (Files.exists(file)
        && knowsPermissions(file)
        && Files.getPosixFilePermissions(file).stream().anyMatch(FOREIGN_HANDS::contains)) {
      throw new StoreException(
          ErrorMessage.cannot("believe", "file", file.toString())
              .found("others than its owner may write it")
              .expected("a file that only its owner can write")
              .remedy("Look at what is in it, then: chmod 600 " + file));
    }
  }

  private static boolean knowsPermissions(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }

  private StoreException failed(String action, Exception e) {
    return new StoreException(
        ErrorMessage.cannot(action, "trusted commands in", file.toString())
            .found(e.getClass().getSimpleName() + ": " + e.getMessage())
            .expected("a file that its owner can read and write")
            .remedy("Check the permissions of the file and its folder."),
        e);
  }
}
