package io.kirolinter.cli.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real runs over code with planted secrets, and then a look at every byte that they left. */
class DataFolderPrivacyTest {

  private static final String TOKEN = "gh" + "p_0123456789abcdefghijABCDEFGHIJ012345";
  private static final String ACCESS_KEY = "AK" + "IA1234567890ABCDEF";
  private static final String PASSWORD = "correct-horse-17-battery";

  /** No rule has anything to say about it. */
  private static final String QUIET_LINE =
      "int unmistakable = Math.max(left * 31, right) + offsetOfNothing;";

  /** A rule has something to say about a part of it, and a fix changes that part. */
  private static final String FIXED_LINE =
      "final static long UNMISTAKABLE_LIMIT = 4711l + 12 * 34 + 56;";

  @TempDir Path folder;

  @Test
  void noSecretAndNoLineOfCodeIsLeftByAFullReview() throws Exception {
    Path home = folder.resolve("home");
    Cli cli = Cli.in(planted().folder(), home);

    Outcome first = cli.run("agent", "workflow", "--repo", ".", "--template", "full_review");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).contains("with 6 commits");
    cli.run("agent", "workflow", "--repo", ".", "--template", "security_focus", "--dry-run");
    cli.run("agent", "learn", "--repo", ".");
    cli.run("analyze", ".");

    Map<String, String> files = bytesBelow(home);
    assertThat(files.keySet())
        .contains("kirolinter.db")
        .anyMatch(name -> name.startsWith("cache-"));
    assertThat(files).allSatisfy((name, bytes) -> assertSecretsAbsent(bytes));
    assertThat(files)
        .allSatisfy(
            (name, bytes) ->
                assertThat(bytes).doesNotContain(QUIET_LINE).doesNotContain(FIXED_LINE));
    assertThat(files.get("kirolinter.db")).contains("hard-coded-credential");
  }

  /** It must hold them, to restore the files: so nobody else may read it. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheOwnerCanReadWhatAnUndoRestores() throws Exception {
    Path home = folder.resolve("home");
    TestRepository repository = planted();
    Cli cli = Cli.in(repository.folder(), home);

    Outcome fixed = cli.run("fix", ".");
    assertThat(fixed.exitCode()).as(fixed.err()).isZero();

    List<Path> undo =
        filesBelow(home).stream().filter(file -> file.toString().contains("undo")).toList();
    assertThat(undo).isNotEmpty();
    for (Path file : undo) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as(file.toString())
          .isEqualTo("rw-------");
    }
    for (Path file : filesBelow(home)) {
      if (!undo.contains(file)) {
        assertSecretsAbsent(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private static void assertSecretsAbsent(String bytes) {
    assertThat(bytes)
        .doesNotContain(TOKEN)
        .doesNotContain(ACCESS_KEY)
        .doesNotContain(PASSWORD)
        .doesNotContain(TOKEN.substring(8, 30));
  }

  private TestRepository planted() {
    TestRepository repository = TestRepository.init(folder.resolve("project"));
    repository
        .write(
            "src/main/java/a/Planted.java",
            """
            package a;

            import java.util.List;

            class Planted {
              %s
              private static final String PASSWORD = "%s";
              private String unused = "%s";
              static String key = new String("%s");

              boolean is(String other, int left, int right, int offsetOfNothing) {
                %s
                String token = ("%s");
                if ((other == "%s") == true) {
                  return unmistakable > 0;
                }
                return (token).equals("%s") && ("password=%s").equals(other);
              }

              public String toString() {
                return "%s";
              }
            }
            """
                .formatted(
                    FIXED_LINE,
                    PASSWORD,
                    TOKEN,
                    ACCESS_KEY,
                    QUIET_LINE,
                    TOKEN,
                    TOKEN,
                    TOKEN,
                    PASSWORD,
                    ACCESS_KEY))
        .commit("Plant " + TOKEN);
    return repository;
  }

  private static Map<String, String> bytesBelow(Path home) throws IOException {
    Map<String, String> bytes = new TreeMap<>();
    for (Path file : filesBelow(home)) {
      bytes.put(
          home.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
    }
    return bytes;
  }

  private static List<Path> filesBelow(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
