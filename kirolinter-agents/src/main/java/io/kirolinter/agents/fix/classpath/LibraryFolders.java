package io.kirolinter.agents.fix.classpath;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the libraries of a user lie. They are read only, and never loaded from the net.
 *
 * @param maven the local repository of Maven; empty if there is none, or none must be used
 * @param userHome where IDE files may say that libraries lie; empty if none must be used
 */
public record LibraryFolders(Optional<Path> maven, Optional<Path> userHome) {

  public LibraryFolders {
    requireNonNull(maven, "maven");
    requireNonNull(userHome, "userHome");
  }

  /** {@return no folders: only libraries inside the repository itself are found} */
  public static LibraryFolders none() {
    return new LibraryFolders(Optional.empty(), Optional.empty());
  }

  /**
   * {@return the folders of a user as Maven would find them}
   *
   * <p>That is {@code .m2/repository}, unless {@code .m2/settings.xml} names another folder. A
   * settings file that cannot be read counts as none.
   */
  public static LibraryFolders ofUser(Path userHome) {
    return new LibraryFolders(
        Optional.of(MavenSettings.localRepository(userHome)), Optional.of(userHome));
  }
}
