package io.kirolinter.cli.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostNameTest {

  @TempDir Path temp;

  @Test
  void isTakenFromTheEnvironmentThenFromTheFirstFileThatIsThere() throws Exception {
    Path file = Files.writeString(temp.resolve("hostname"), "build-7\n");
    List<Path> files = List.of(temp.resolve("none"), file);

    assertThat(HostName.of(Map.of("HOSTNAME", "ann"), files)).isEqualTo("ann");
    assertThat(HostName.of(Map.of("HOSTNAME", " ", "COMPUTERNAME", "PC"), files)).isEqualTo("PC");
    assertThat(HostName.of(Map.of(), files)).isEqualTo("build-7");
    assertThat(HostName.of(Map.of(), List.of())).isEqualTo("localhost");
  }

  @Test
  void isKnownOnThisMachine() {
    assertThat(HostName.of(Map.of())).isNotBlank();
  }
}
