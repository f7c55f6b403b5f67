package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class WorldWritableFileTest {

  private final RuleHarness rule = RuleHarness.of(new WorldWritableFile());

  @Test
  void takesTheRightFromOthers() {
    rule.fixes(
        """
        import java.nio.file.attribute.PosixFilePermissions;
        class Sample {
          Object run(java.io.File file) {
            file.setWritable(true, false);
            return PosixFilePermissions.fromString("rwxrwxrwx");
          }
        }
        """,
        """
        import java.nio.file.attribute.PosixFilePermissions;
        class Sample {
          Object run(java.io.File file) {
            file.setWritable(true, true);
            return PosixFilePermissions.fromString("rwxrwxr-x");
          }
        }
        """);
  }

  @Test
  void reportsSetsWithoutFix() {
    rule.reportsWithoutFix(
        """
        import java.util.*;
        class Sample {
          Object one = Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OTHERS_WRITE); // finding: everybody
          Object two = EnumSet.of(OTHERS_WRITE, OWNER_WRITE); // finding:
        }
        """);
  }

  @Test
  void acceptsOtherRights() {
    rule.isSilentOn(
        """
        import java.util.*;
        class Sample {
          void run(java.io.File file, boolean all, Set<Object> rights, int mode, String text) {
            file.setWritable(true);
            file.setWritable(false, false);
            file.setWritable(true, true);
            file.setWritable(true, all);
            file.setReadable(true, false);
            PosixFilePermissions.fromString("rwxr-xr-x");
            PosixFilePermissions.fromString(text);
            PosixFilePermissions.fromString("wrong");
            PosixFilePermissions.fromString();
            if ((mode & 2) != 0) { rights.add(PosixFilePermission.OTHERS_WRITE); }
            Set.of(OWNER_WRITE, OTHERS_READ);
            Collections.disjoint(rights, Set.of(GROUP_WRITE, PosixFilePermission.OTHERS_WRITE));
          }
          void asked(java.io.File file, Set<Object> rights) {
            if (rights.contains(PosixFilePermission.OTHERS_WRITE)) { file.setWritable(true, false); }
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { void run(java.io.File f) { f.setWritable(true, ; } }
        """);
  }
}
