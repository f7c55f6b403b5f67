package io.kirolinter.agents.git;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.source.ContentHash;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies of repositories that are known by their address only: bare, with the whole history, in a
 * folder of the user. Branches of the remote are kept apart from those that runs write, so that
 * fetching takes none of these away. Safe for use by many threads and processes: they take turns.
 */
public final class Mirrors {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?|ssh|git|file)://\\S+|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:[^\\s/][^\\s]*",
          Pattern.CASE_INSENSITIVE);

  /** Whoever may read the folder could read what stands there. */
  private static final Pattern WITH_LOGIN =
      Pattern.compile("https?://[^/@]*@.*|[a-z]+://[^/@:]*:[^/@]*@.*", Pattern.CASE_INSENSITIVE);

  private static final Pattern DEFAULT_BRANCH = Pattern.compile("ref: refs/heads/(\\S+)\\s+HEAD");
  private static final String REMOTE_HEADS = "refs/remotes/origin/";
  private static final int LONGEST_NAME = 80;
  private static final Object TURN = new Object();

  private final Path folder;
  private final Function<String, Optional<HttpLogin>> logins;

  private Mirrors(Path folder, Function<String, Optional<HttpLogin>> logins) {
    this.folder = folder;
    this.logins = logins;
  }

  /**
   * {@return the mirrors in a folder, which need not be there}
   *
   * @param logins with what git is let in at an address; empty where it has to know by itself
   */
  public static Mirrors in(Path folder, Function<String, Optional<HttpLogin>> logins) {
    return new Mirrors(folder, logins);
  }

  /** {@return whether a text is the address of a repository, and no path} */
  public static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  /**
   * {@return the repository at an address, as it is there now}
   *
   * <p>The first time all of it is fetched, later only what is new. Its identity is that of any
   * other clone of the same origin.
   *
   * @throws InvalidRequestException if the address holds a password, or is none
   * @throws io.kirolinter.core.error.StoreException if it cannot be reached
   * @throws WorkFailedException if there is nothing, nobody is let in, or the disk is full
   */
  public Repository open(String address) {
    refuseLogin(address);
    Path mirror = folder.resolve(nameOf(address));
    synchronized (TURN) {
      try (FileChannel channel = lockFile(mirror);
          FileLock turn = channel.lock()) {
        return turn.isValid() ? upToDate(address, mirror) : Repositories.open(mirror);
      } catch (IOException e) {
        throw failed(address, e);
      }
    }
  }

  private Repository upToDate(String address, Path mirror) throws IOException {
    if (Files.isDirectory(mirror)) {
      fetch(address, mirror);
      return Repositories.open(mirror);
    }
    Path part = mirror.resolveSibling(mirror.getFileName() + ".part");
    delete(part); // of a process that was killed
    try {
      create(address, part);
      fetch(address, part);
      Files.move(part, mirror);
    } catch (RuntimeException e) {
      delete(part);
      throw e;
    }
    return Repositories.open(mirror);
  }

  private static void create(String address, Path place) throws IOException {
    Files.createDirectories(place);
    Git git = Git.in(place);
    git.line("init", "--quiet", "--bare");
    git.line("config", "remote.origin.url", address);
    git.line("config", "remote.origin.fetch", "+refs/heads/*:" + REMOTE_HEADS + "*");
  }

  private void fetch(String address, Path place) {
    Git git = Remote.quiet(Git.in(place), logins.apply(address));
    String heads = talk(git, address, "ls-remote", "--symref", "origin", "HEAD");
    talk(git, address, "fetch", "--quiet", "--prune", "--no-auto-maintenance", "origin");
    Matcher branch = DEFAULT_BRANCH.matcher(heads);
    if (branch.find()) {
      git.line("symbolic-ref", "HEAD", REMOTE_HEADS + branch.group(1));
    }
  }

  private static String talk(Git git, String address, String... command) {
    Git.Outcome outcome = git.attempt(command);
    if (!outcome.ok()) {
      throw Remote.failure("fetch from", Remote.plain(address), outcome.errors());
    }
    return outcome.output();
  }

  private FileChannel lockFile(Path mirror) throws IOException {
    Files.createDirectories(folder);
    Path file = mirror.resolveSibling(mirror.getFileName() + ".lock");
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** For people by its end, for certain by its hash. */
  private static String nameOf(String address) {
    String plain =
        address
            .replaceFirst("^[a-z]+://", "")
            .replaceFirst("\\.git/*$", "")
            .replaceAll("[^A-Za-z0-9.-]+", "_");
    String end = plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
    String hash = ContentHash.of(address.getBytes(StandardCharsets.UTF_8)).value();
    return end.replaceFirst("^[._-]+", "") + "-" + hash.substring(0, 10) + ".git";
  }

  private static void refuseLogin(String address) {
    if (!isAddress(address) || WITH_LOGIN.matcher(address).matches()) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("open", "repository", Remote.plain(address))
              .found("its address holds a name or a password, or is none")
              .expected("such as https://github.com/acme/tool, without a login")
              .remedy("Put a token into the environment, or let git's credential helpers know."));
    }
  }

  private static void delete(Path place) throws IOException {
    if (!Files.exists(place)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(place)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static WorkFailedException failed(String address, IOException e) {
    return new WorkFailedException(
        ErrorMessage.cannot("keep", "copy of", Remote.plain(address))
            .found(e.getClass().getSimpleName() + ": " + e.getMessage())
            .expected("a data folder that can be written to")
            .remedy("Make room or correct the permissions, then try again."),
        e);
  }
}
