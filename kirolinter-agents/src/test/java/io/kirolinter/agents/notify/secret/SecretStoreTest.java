package io.kirolinter.agents.notify.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.secret.Secret;
import io.kirolinter.core.settings.SecretPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretStoreTest {

  @TempDir Path temp;

  @Test
  void readsAVariable() {
    assertThat(store().read(SecretPlace.variable("HOOK")).reveal()).isEqualTo("s3cret-Value");
  }

  @Test
  void readsAFileThatIsItsOwnersAlone() throws IOException {
    write("hook", "s3cret-Value\n", "rw-------");
    assertThat(store().read(SecretPlace.file("hook")).reveal()).isEqualTo("s3cret-Value");

    write("read-only", "other", "r--------");
    assertThat(store().read(SecretPlace.file(temp.resolve("read-only").toString())).reveal())
        .isEqualTo("other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-rw----", "rwx------"})
  void refusesAFileThatOthersCanOpen(String mode) throws IOException {
    write("hook", "s3cret-Value", mode);

    assertThatThrownBy(() -> store().read(SecretPlace.file("hook")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Cannot use secret in file 'hook': its mode is " + mode)
        .hasMessageContaining("0600")
        .hasMessageContaining("chmod 600 " + temp.resolve("hook"))
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    write("empty", " \n", "rw-------");
    write("large", "x".repeat(65 * 1024), "rw-------");

    assertRefused(SecretPlace.variable("NONE"), "it is not set, or empty");
    assertRefused(SecretPlace.variable("BLANK"), "it is not set, or empty");
    assertRefused(SecretPlace.file("none"), "it cannot be read: NoSuchFileException");
    assertRefused(SecretPlace.file("empty"), "it is empty");
    assertRefused(SecretPlace.file("large"), "it is too large");
  }

  @Test
  void showsNoSecret() {
    Secret secret = Secret.of("s3cret-Value");

    assertThat(secret).hasToString("[secret]");
    assertThat(secret.hiddenIn("no s3cret-Value here")).isEqualTo("no [secret] here");
    assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(" "));
  }

  private void assertRefused(SecretPlace place, String found) {
    assertThatThrownBy(() -> store().read(place))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(place.name())
        .hasMessageContaining(found);
  }

  private SecretStore store() {
    return SecretStore.of(Map.of("HOOK", " s3cret-Value ", "BLANK", " "), temp);
  }

  private void write(String name, String text, String mode) throws IOException {
    Path file = Files.writeString(temp.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
