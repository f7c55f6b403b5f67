package io.kirolinter.cli.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small git repositories for examples. */
final class Checkouts {

  private Checkouts() {}

  /** {@return a new repository with one committed file that breaks a rule} */
  static Path withUnusedImport(Path folder) throws IOException, InterruptedException {
    return with(
        folder,
        """
        package a;

        import java.util.List;

        class Greeting {
          // later: other languages
          String text() {
            return "hello";
          }
        }
        """);
  }

  /** {@return a new repository with one committed file of this content} */
  static Path with(Path folder, String content) throws IOException, InterruptedException {
    Path file = folder.resolve("src/main/java/a/Greeting.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    git(folder, "init", "--quiet");
    git(folder, "add", ".");
    git(folder, "-c", "user.name=T", "-c", "user.email=t@localhost", "commit", "-qm", "Greet");
    return folder;
  }

  private static void git(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process git = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    if (git.waitFor() != 0) {
      throw new IOException("git failed: " + command);
    }
  }
}
