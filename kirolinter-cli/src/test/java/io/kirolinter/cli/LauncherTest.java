package io.kirolinter.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /** The run that prepares a faster start was once found in the Redis of its user. */
  @Test
  void preparesItselfWithoutTheMemoryOfItsUser() throws Exception {
    Path launcher = release();
    Path java = program("java", "[ \"$1\" != -XX:AOTMode=auto ] || exit 1", "env >>../environment");
    program(
        "jar",
        "case $3 in *sqlite*) mkdir -p \"$(dirname \"$3\")\"; touch \"$3\" ;;",
        "*) mkdir rules; touch rules/A.md ;; esac");
    ProcessBuilder start = new ProcessBuilder(launcher.toString(), "--version");
    start.directory(Files.createDirectory(temp.resolve("work")).toFile()).inheritIO();
    start.environment().remove("KIROLINTER_HOME");
    start.environment().put("JAVA_HOME", java.getParent().getParent().toString());
    start.environment().put("KIROLINTER_MEMORY", "redis://redis.invalid");

    assertThat(start.start().waitFor()).isZero();

    assertThat(Files.readString(temp.resolve("environment")))
        .containsOnlyOnce("KIROLINTER_HOME=") // of the preparation
        .containsOnlyOnce("KIROLINTER_MEMORY="); // of the command
  }

  /** {@return the launcher of a release whose jars are empty} */
  private Path release() throws Exception {
    Path bin = Files.createDirectory(temp.resolve("bin"));
    Path lib = Files.createDirectory(temp.resolve("lib"));
    Files.createFile(lib.resolve("kirolinter-agents-1.jar"));
    Files.createFile(lib.resolve("sqlite-jdbc-1.jar"));
    return Files.copy(LAUNCHER, bin.resolve("kirolinter"), StandardCopyOption.COPY_ATTRIBUTES);
  }

  private Path program(String name, String... lines) throws Exception {
    Path folder = Files.createDirectories(temp.resolve("jdk").resolve("bin"));
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
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
