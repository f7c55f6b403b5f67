package io.kirolinter.agents.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.fix.apply.TreeApply;
import io.kirolinter.agents.fix.apply.TreeUndo;
import io.kirolinter.agents.fix.change.FixedFile;
import io.kirolinter.agents.fix.testkit.Findings;
import io.kirolinter.agents.fix.testkit.TestRule;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of every shape keep all bytes that no edit touches, and get the others back. */
class KeptBytesTest {

  private static final int FILES = 120;
  private static final TestRule RULE = TestRule.replacing("old-name", "old", "this.old");
  private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r", "\n\n", "\r\n\r\n");
  private static final List<String> MODES =
      List.of("rw-r--r--", "rwxr-xr-x", "rw-------", "r--r--r--", "r-x--x---", "rw-rw-rw-");
  private static final List<String> FILLERS =
      List.of(
          "// \u2028 é 😀 \u0000 trailing   ",
          "\t \t",
          "/* a\n\tb\r\n c\rd */",
          "  int x%d  =  old  ;\t",
          "  int x%d=old;   // old",
          "\f",
          "  String s%d = \"old \\t\";");

  private final Random random = new Random(20261122);
  private final Map<String, byte[]> before = new TreeMap<>();

  @TempDir Path temp;
  private TestRepository made;

  @BeforeEach
  void makeRepository() throws IOException {
    made = TestRepository.init(temp.resolve("repo"));
    made.git("config", "core.autocrlf", "false");
    for (int i = 0; i < FILES; i++) {
      write("src/C%03d.java".formatted(i), content(i).getBytes(UTF_8));
    }
    write("src/Latin.java", "class Latin { int ä = old, old; }".getBytes(ISO_8859_1));
    write("src/Wide.java", "class Wide { int a = old, old; }".getBytes(UTF_16));
    made.commit("first");
  }

  @Test
  void everyByteOutsideTheEditsStaysAndUndoBringsTheOthersBack() throws IOException {
    Map<String, String> modes = modes();
    Path run = temp.resolve("run");

    FixSet fixes = applied(run);

    assertThat(fixes.applied()).isGreaterThan(FILES);
    before.forEach(
        (path, content) ->
            assertThat(read(path))
                .as(path)
                .isEqualTo(isReadOnly(modes.get(path)) ? content : fixed(content)));
    assertThat(modes.values()).anyMatch(KeptBytesTest::isReadOnly);
    assertThat(modes()).isEqualTo(modes);

    TreeUndo.restore(run, made.open().location());

    before.forEach((path, content) -> assertThat(read(path)).as(path).isEqualTo(content));
    assertThat(modes()).isEqualTo(modes);
    assertThat(made.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void filesOfOtherEncodingsAreNeverTouched() {
    applied(temp.resolve("run"));

    for (String path : List.of("src/Latin.java", "src/Wide.java")) {
      assertThat(read(path)).isEqualTo(before.get(path));
    }
  }

  private FixSet applied(Path run) {
    Repository repository = made.open();
    try (Snapshot snapshot = repository.snapshot(repository.head())) {
      FixSet fixes =
          FixEngine.of(List.of(RULE), 2)
              .fix(FixRequest.safe(snapshot, Findings.in(snapshot, List.of(RULE))));
      assertThat(fixes.dropped()).isEmpty();
      TreeApply.to(repository, run).write(FixedFile.of(snapshot, fixes));
      return fixes;
    }
  }

  /** Whoever made it so does not want it written. */
  private static boolean isReadOnly(String mode) {
    return mode.charAt(1) != 'w';
  }

  /** The edit, done without the engine: every use of the name that is neither text nor comment. */
  private static byte[] fixed(byte[] content) {
    String text = new String(content, ISO_8859_1);
    return text.replace("=  old  ;", "=  this.old  ;")
        .replace("=old;", "=this.old;")
        .getBytes(ISO_8859_1);
  }

  private String content(int file) {
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\ufeff" : "");
    String usual = one(LINE_ENDS);
    boolean mixed = random.nextBoolean();
    text.append("class C%03d {".formatted(file)).append(usual).append("  int old;");
    for (int i = 0; i < 3 + random.nextInt(9); i++) {
      text.append(mixed ? one(LINE_ENDS) : usual);
      text.append(one(FILLERS).replace("%d", Integer.toString(i)));
    }
    text.append(usual).append("  int last=old;").append(mixed ? one(LINE_ENDS) : usual).append('}');
    return text.append(random.nextBoolean() ? usual : "").toString();
  }

  private String one(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }

  private void write(String path, byte[] content) throws IOException {
    before.put(path, content);
    Path file = made.folder().resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(one(MODES)));
  }

  private Map<String, String> modes() throws IOException {
    Map<String, String> modes = new TreeMap<>();
    for (String path : before.keySet()) {
      Path file = made.folder().resolve(SourcePath.of(path).value());
      modes.put(path, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
    return modes;
  }

  private byte[] read(String path) {
    try {
      return Files.readAllBytes(made.folder().resolve(path));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
