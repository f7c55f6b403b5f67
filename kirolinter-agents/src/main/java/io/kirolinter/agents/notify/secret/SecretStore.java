package io.kirolinter.agents.notify.secret;

import com.google.common.collect.Sets;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.secret.Secret;
import io.kirolinter.core.settings.SecretPlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes secrets from the environment, or from files that only their owner may read and write.
 * Immutable; every secret is read anew each time it is needed.
 */
public final class SecretStore {

  private static final int LARGEST = 64 * 1024;
  private static final Set<PosixFilePermission> OWNERS =
      Sets.immutableEnumSet(PosixFilePermissions.fromString("rw-------"));

  private final Map<String, String> variables;
  private final Path folder;

  private SecretStore(Map<String, String> variables, Path folder) {
    this.variables = Map.copyOf(variables);
    this.folder = folder;
  }

  /**
   * {@return the secrets of a user}
   *
   * @param variables of the environment
   * @param folder that paths of files start from where they are relative
   */
  public static SecretStore of(Map<String, String> variables, Path folder) {
    return new SecretStore(variables, folder);
  }

  /**
   * {@return a secret, without blanks around it}
   *
   * @throws InvalidRequestException if it is not there, or others than its owner can read it
   */
  public Secret read(SecretPlace place) {
    return place.kind() == SecretPlace.Kind.VARIABLE ? ofVariable(place) : ofFile(place);
  }

  private Secret ofVariable(SecretPlace place) {
    return Optional.ofNullable(variables.get(place.name()))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(Secret::of)
        .orElseThrow(
            () ->
                refused(
                    place,
                    "it is not set, or empty",
                    "an environment variable that holds the secret",
                    "Set it where KiroLinter is started."));
  }

  private Secret ofFile(SecretPlace place) {
    Path file = folder.resolve(place.name());
    try {
      refuseOpen(place, file);
      String text = Files.readString(file, StandardCharsets.UTF_8).strip();
      if (text.isEmpty()) {
        throw refused(place, "it is empty", "one line, the secret", "Write the secret into it.");
      }
      return Secret.of(text);
    } catch (IOException e) {
      throw refused(
          place,
          "it cannot be read: " + e.getClass().getSimpleName(),
          "a file of text that holds the secret",
          "Write the file, then: chmod 600 " + file);
    }
  }

  private static void refuseOpen(SecretPlace place, Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw refused(place, "it is too large", "one line, the secret", "Name the right file.");
    }
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return;
    }
    Set<PosixFilePermission> found = Files.getPosixFilePermissions(file);
    if (!OWNERS.containsAll(found)) {
      throw refused(
          place,
          "its mode is " + PosixFilePermissions.toString(found),
          "a file that only its owner may read and write (0600)",
          "Change the secret if others may have seen it, then: chmod 600 " + file);
    }
  }

  private static InvalidRequestException refused(
      SecretPlace place, String found, String expected, String remedy) {
    String kind =
        place.kind() == SecretPlace.Kind.VARIABLE ? "secret in variable" : "secret in file";
    return new InvalidRequestException(
        ErrorMessage.cannot("use", kind, place.name())
            .found(found)
            .expected(expected)
            .remedy(remedy));
  }
}
