package io.kirolinter.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that people start. */
class LauncherTest {

  private static final Path LAUNCHER = Path.of("bin/kirolinter").toAbsolutePath();

  @TempDir Path temp;

  @Test
  void isAScriptThatBashUnderstandsAndMayBeRun() throws Exception {
    Process bash = new ProcessBuilder("bash", "-n", LAUNCHER.toString()).inheritIO().start();

    assertThat(bash.waitFor()).isZero();
    assertThat(LAUNCHER).isExecutable();
  }

  @Test
  void runsFromAnotherFolder() throws Exception {
    assumeBuilt();

    assertThat(output(LAUNCHER)).startsWith("kirolinter ").contains("Java ");
  }

  @Test
  void runsThroughALink() throws Exception {
    assumeBuilt();
    Path link = Files.createSymbolicLink(temp.resolve("kl"), LAUNCHER);

    assertThat(output(link)).startsWith("kirolinter ");
  }

  /** A test builds nothing: it runs what the launcher built before. */
  private static void assumeBuilt() {
    assumeTrue(Files.exists(Path.of("target/built")), "the launcher has built nothing yet");
    assumeTrue(Files.isDirectory(Path.of("target/lib")), "there are no jars");
  }

  private String output(Path launcher) throws Exception {
    Process process =
        new ProcessBuilder(List.of(launcher.toString(), "--version"))
            .directory(temp.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return out;
  }
}
