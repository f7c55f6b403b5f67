package io.kirolinter.agents.git;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens repositories and plain folders. */
public final class Repositories {

  private static final String FILE = "file://";

  private static final List<String> FACTS =
      List.of("rev-parse", "--is-bare-repository", "--git-common-dir", "--show-toplevel");

  private Repositories() {}

  /**
   * {@return the repository that {@code place} is in: a checkout, wherever inside it the place is;
   * a linked worktree; a bare repository; or else the folder itself}
   *
   * <p>It costs one start of git, and none for a plain folder. What is asked of the repository
   * later is read then: its {@code head} every time, its {@code id} once.
   *
   * @throws InvalidRequestException if there is no such folder
   * @throws WorkFailedException if git is missing, or refuses to work there
   */
  public static Repository open(Path place) {
    Path folder = realFolder(place);
    return hasGitAbove(folder) ? withGit(folder) : new FolderRepository(folder);
  }

  /** {@return the settings of a checkout as they are on disk; no other file is read} */
  public static Snapshot settingsOf(Repository repository) {
    return repository.kind() == RepositoryKind.GIT_BARE
        ? new EmptySnapshot()
        : FolderSnapshot.ofFiles(repository.location(), List.of(Settings.REPOSITORY_FILE));
  }

  private static Repository withGit(Path folder) {
    Git git = Git.in(folder);
    Git.Outcome outcome = git.attempt(FACTS.toArray(String[]::new));
    List<String> facts = outcome.output().lines().toList();
    if (outcome.ok() && facts.size() == 3) {
      Path top = folder.resolve(facts.get(2));
      return gitRepository(RepositoryKind.GIT_CHECKOUT, top, folder.resolve(facts.get(1)));
    }
    if (isOutsideAnyCheckout(facts, outcome)) {
      Path common = folder.resolve(facts.get(1));
      return gitRepository(RepositoryKind.GIT_BARE, common, common);
    }
    if (outcome.errors().contains("not a git repository (or any")) {
      return new FolderRepository(folder);
    }
    throw git.failed(FACTS, outcome.errors());
  }

  /** Inside a bare repository, or inside the {@code .git} of a checkout. */
  private static boolean isOutsideAnyCheckout(List<String> facts, Git.Outcome outcome) {
    return facts.size() == 2 && outcome.errors().contains("must be run in a work tree");
  }

  private static Repository gitRepository(RepositoryKind kind, Path location, Path common) {
    return new GitRepository(kind, real(location), real(common));
  }

  private static boolean hasGitAbove(Path folder) {
    return Stream.<Path>iterate(folder, f -> f != null, Path::getParent)
        .anyMatch(
            f ->
                Files.exists(f.resolve(".git"), LinkOption.NOFOLLOW_LINKS)
                    || (Files.isRegularFile(f.resolve("HEAD"))
                        && Files.isDirectory(f.resolve("objects"))));
  }

  private static Path realFolder(Path place) {
    if (!Files.exists(place)) {
      throw notOpened(place, "there is no such folder");
    }
    if (!Files.isDirectory(place)) {
      throw notOpened(place, "it is a file");
    }
    return real(place);
  }

  private static InvalidRequestException notOpened(Path place, String found) {
    return new InvalidRequestException(
        ErrorMessage.cannot("open", "repository", place.toString())
            .found(found)
            .expected("a folder with a git repository or source files")
            .remedy("Name the folder of the project."));
  }

  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("open", "folder", path.toString())
              .found(String.valueOf(e.getMessage()))
              .expected("a folder that can be read")
              .remedy("Check its permissions."),
          e);
    }
  }

  /** {@return the folder that git's answer names, if it names one that exists} */
  static Optional<Path> existing(Path base, String name) {
    String plain = name.startsWith(FILE) ? name.substring(FILE.length()) : name;
    if (plain.contains("://")) {
      return Optional.empty();
    }
    Path path = base.resolve(plain);
    return Files.isDirectory(path) ? Optional.of(real(path)) : Optional.empty();
  }
}
