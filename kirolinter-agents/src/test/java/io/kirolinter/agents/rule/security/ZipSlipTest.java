package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class ZipSlipTest {

  private final RuleHarness rule = RuleHarness.of(new ZipSlip());

  @Test
  void reportsEntriesThatNameAFile() {
    rule.reportsWithoutFix(
        """
        import java.io.File;
        import java.nio.file.*;
        import java.util.zip.ZipEntry;

        class Sample {
          void run(File folder, Path target, ZipEntry entry) {
            new File(folder, entry.getName()); // finding: out of the folder
            target.resolve(entry.getName()); // finding:
            String name = entry.getName();
            Path.of("out", name); // finding:
            Paths.get("out", (name)); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsAMethodThatLooksAtThePath() {
    rule.isSilentOn(
        """
        import java.io.File;
        import java.nio.file.Path;
        import java.util.zip.ZipEntry;

        class Sample {
          Path run(Path target, ZipEntry entry) {
            Path file = target.resolve(entry.getName()).normalize();
            if (!file.startsWith(target)) {
              throw new IllegalArgumentException("entry leaves its folder");
            }
            return file;
          }
        }
        """);
  }

  @Test
  void acceptsOtherNames() {
    rule.isSilentOn(
        """
        import java.io.File;
        import java.util.zip.ZipEntry;

        class Sample {
          void run(File folder, ZipEntry entry, Other other, String name) {
            new File(folder, other.getName());
            new File(folder, name);
            new File(folder, entry.getComment());
            new Other(folder, entry.getName());
            names.add(entry.getName());
            new File(getName());
          }
        }
        """);
  }

  @Test
  void survivesAMissingName() {
    rule.survives(
        """
        class Sample { void run(ZipEntry entry) { new File(dir, entry.getName( ; target.resolve(); } }
        """);
  }
}
