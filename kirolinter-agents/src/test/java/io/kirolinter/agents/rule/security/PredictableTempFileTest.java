package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class PredictableTempFileTest {

  private final RuleHarness rule = RuleHarness.of(new PredictableTempFile());

  @Test
  void reportsKnownNamesInSharedFolders() {
    rule.reportsWithoutFix(
        """
        import java.io.*;
        import java.nio.file.*;

        class Sample {
          static final String STATE = "/tmp/state";

          void run(String name) throws IOException {
            new File("/tmp/state"); // finding: others can guess
            new FileWriter(STATE); // finding:
            Path.of("/var/tmp", name); // finding:
            Paths.get("/dev/shm/x"); // finding:
            new FileOutputStream("/tmp/" + name); // finding:
            new File(System.getProperty("java.io.tmpdir"), "state"); // finding:
            String folder = System.getProperty("java.io.tmpdir");
            new File(folder + "/state"); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsFoldersAndNamesThatNobodyGuesses() {
    rule.isSilentOn(
        """
        import java.io.*;
        import java.nio.file.*;

        class Sample {
          void run(String name, File folder) throws IOException {
            new File("/tmp");
            new File("/tmp/");
            new File(System.getProperty("java.io.tmpdir"));
            new File("/tmp/" + java.util.UUID.randomUUID());
            File.createTempFile("a", "b");
            new File("/home/tmp/x");
            new File(folder, name);
            new File(System.getProperty("user.home"), "state");
            new Other("/tmp/state");
            new File(System.getProperties(), "state");
            Other.of("/tmp/state");
          }
        }
        """);
  }

  @Test
  void survivesAMissingName() {
    rule.survives(
        """
        class Sample { void run() { new File("/tmp/" + ); new File(System.getProperty(), "a"); Path.of(, } }
        """);
  }
}
