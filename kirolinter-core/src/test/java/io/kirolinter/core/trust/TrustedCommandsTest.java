package io.kirolinter.core.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.repository.RepositoryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedCommandsTest {

  private static final RepositoryId HERE = new RepositoryId("example.com/here");
  private static final RepositoryId THERE = new RepositoryId("example.com/there");
  private static final Instant NOW = Instant.parse("2026-11-22T18:15:30Z");
  private static final String COMMAND = "mvn -q test";

  @TempDir Path temp;
  private Path home;
  private TrustedCommands commands;

  @BeforeEach
  void choosePlace() {
    home = temp.resolve("home");
    commands = TrustedCommands.in(home);
  }

  @Test
  void trustsNothingAtFirst() {
    assertThat(commands.isTrusted(HERE, COMMAND)).isFalse();
    assertThat(commands.all()).isEmpty();
    assertThat(home).doesNotExist();
  }

  @Test
  void trustsExactlyThisCommandOfThisRepository() {
    commands.trust(trusted(HERE, COMMAND));

    assertThat(commands.isTrusted(HERE, COMMAND)).isTrue();
    assertThat(commands.isTrusted(HERE, COMMAND + " ; rm -rf /")).isFalse();
    assertThat(commands.isTrusted(HERE, COMMAND + " ")).isFalse();
    assertThat(commands.isTrusted(THERE, COMMAND)).isFalse();
    assertThat(TrustedCommands.in(home).isTrusted(HERE, COMMAND)).isTrue();
  }

  @Test
  void trustsTwiceAsOnce() {
    commands.trust(trusted(HERE, COMMAND));
    commands.trust(new TrustedCommand(HERE, COMMAND, NOW.plusSeconds(9)));

    assertThat(commands.all()).containsExactly(trusted(HERE, COMMAND));
  }

  @Test
  void revokesAllOfOneRepository() {
    commands.trust(trusted(HERE, COMMAND));
    commands.trust(trusted(HERE, "make"));
    commands.trust(trusted(THERE, COMMAND));

    commands.revoke(HERE);
    commands.revoke(HERE);

    assertThat(commands.all()).containsExactly(trusted(THERE, COMMAND));
  }

  @Test
  void keepsTheFileFromOthers() throws IOException {
    commands.trust(trusted(HERE, COMMAND));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(home.resolve("trust.json.part")).doesNotExist();
  }

  @Test
  void believesNoFileThatOthersMayWrite() throws IOException {
    commands.trust(trusted(HERE, COMMAND));
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw----"));

    assertThatThrownBy(() -> commands.isTrusted(HERE, COMMAND))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("others than its owner may write it")
        .hasMessageContaining("chmod 600");
  }

  @Test
  void believesNoDamagedFileAndLeavesItAsItIs() throws IOException {
    Files.createDirectories(home);
    Files.writeString(file(), "{\"commands\": [");

    assertThatThrownBy(() -> commands.isTrusted(HERE, COMMAND)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> commands.trust(trusted(HERE, COMMAND)))
        .isInstanceOf(StoreException.class);
    assertThat(file()).hasContent("{\"commands\": [");
  }

  @Test
  void saysWhatToDoWhereItCannotWrite() throws IOException {
    Files.writeString(home, "a file");

    assertThatThrownBy(() -> commands.trust(trusted(HERE, COMMAND)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Check the permissions");
  }

  @Test
  void losesNothingWhenSomethingWasLeftByAProcessThatDied() throws IOException {
    commands.trust(trusted(HERE, COMMAND));
    Files.writeString(home.resolve("trust.json.part"), "half");

    commands.trust(trusted(THERE, COMMAND));

    assertThat(commands.all()).hasSize(2);
  }

  @Test
  void refusesABlankCommand() {
    assertThatThrownBy(() -> trusted(HERE, " ")).isInstanceOf(IllegalArgumentException.class);
  }

  private Path file() {
    return home.resolve("trust.json");
  }

  private static TrustedCommand trusted(RepositoryId repository, String command) {
    return new TrustedCommand(repository, command, NOW);
  }
}
