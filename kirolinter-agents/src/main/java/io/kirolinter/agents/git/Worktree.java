package io.kirolinter.agents.git;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A second checkout of one commit, in a folder of its own: whatever happens there leaves the user's
 * checkout, index and stash as they are. Submodules stay empty in it, and no hook runs.
 *
 * <p>To be used by one thread. Closing it removes the folder; one that was left behind by a process
 * that died is removed when the next one is created in the same place.
 */
public final class Worktree implements AutoCloseable {

  private static final String MARK = ".git";

  private final Git git;
  private final Path folder;

  private Worktree(Git git, Path folder) {
    this.git = git;
    this.folder = folder;
  }

  /**
   * Checks out a commit.
   *
   * @param folder outside the repository's checkout; absent, empty, or left by an earlier worktree
   * @throws InvalidRequestException if the folder holds anything else, or lies in the checkout
   * @throws WorkFailedException if git cannot check the commit out; nothing is left behind then
   */
  public static Worktree create(Repository repository, Path folder, CommitId commit) {
    Worktree worktree =
        new Worktree(Git.in(repository.location()), folder.toAbsolutePath().normalize());
    worktree.checkPlace(repository.location());
    worktree.close();
    try {
      worktree.add(commit);
    } catch (RuntimeException e) {
      worktree.close();
      throw e;
    }
    return worktree;
  }

  /** {@return the top folder of the checkout} */
  public Path folder() {
    return folder;
  }

  /**
   * Removes the folder and git's record of it. Doing it twice changes nothing.
   *
   * @throws WorkFailedException if a file cannot be deleted
   */
  @Override
  public void close() {
    boolean wasThere = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    delete();
    if (wasThere) {
      git.line("worktree", "prune");
    }
  }

  private void add(CommitId commit) {
    git.line("worktree", "prune");
    git.line("worktree", "add", "--quiet", "--detach", folder.toString(), commit.value());
  }

  private void checkPlace(Path checkout) {
    if (folder.startsWith(checkout)) {
      throw refused("it lies inside the checkout " + checkout);
    }
    if (Files.exists(folder) && !isEmpty() && !isLinkedWorktree()) {
      throw refused("it is not empty");
    }
  }

  /** The mark of a linked worktree is a file; that of a repository is a folder. */
  private boolean isLinkedWorktree() {
    return Files.isRegularFile(folder.resolve(MARK));
  }

  private boolean isEmpty() {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      throw refused(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private InvalidRequestException refused(String found) {
    return new InvalidRequestException(
        ErrorMessage.cannot("create", "worktree", folder.toString())
            .found(found)
            .expected("a folder outside the checkout that does not exist yet")
            .remedy("Name another folder."));
  }

  private void delete() {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (IOException e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("remove", "worktree", folder.toString())
              .found(e.getClass().getSimpleName() + ": " + e.getMessage())
              .expected("a folder that can be deleted")
              .remedy("Delete it by hand, then run 'git worktree prune'."),
          e);
    }
  }

  /** Deletes links, never what they lead to. */
  private final class Deletion extends SimpleFileVisitor<Path> {

    /** The mark goes last, so that a deletion that is cut off can be taken up again. */
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!file.equals(folder.resolve(MARK))) {
        Files.delete(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path place, @Nullable IOException e)
        throws IOException {
      if (e != null) {
        throw e;
      }
      if (place.equals(folder)) {
        Files.deleteIfExists(folder.resolve(MARK));
      }
      Files.delete(place);
      return FileVisitResult.CONTINUE;
    }
  }
}
