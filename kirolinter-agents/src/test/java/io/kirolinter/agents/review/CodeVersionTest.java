package io.kirolinter.agents.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.finding.Rule;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeVersionTest {

  @TempDir Path temp;

  @Test
  void isTheSameForTheSameCode() {
    assertThat(CodeVersion.of(JavaAnalyzer.class, Rule.class))
        .isEqualTo(CodeVersion.of(JavaAnalyzer.class, Rule.class))
        .hasValueSatisfying(version -> assertThat(version).matches("[0-9a-f]{16}"));
  }

  @Test
  void isAnotherForOtherCode() {
    assertThat(CodeVersion.of(JavaAnalyzer.class)).isNotEqualTo(CodeVersion.of(Rule.class));
  }

  @Test
  void isNotThereForCodeThatCannotBeRead() {
    assertThat(CodeVersion.of(String.class)).isEmpty(); // the JDK's own classes have no file
  }

  @Test
  void changesWithAClassOfAFolder() throws Exception {
    Path rule = Files.createDirectories(temp.resolve("a")).resolve("Rule.class");
    Files.writeString(rule, "one");
    String before = CodeVersion.of(temp);

    Files.writeString(temp.resolve("page.md"), "no code");
    assertThat(CodeVersion.of(temp)).isEqualTo(before);

    Files.writeString(rule, "two");
    assertThat(CodeVersion.of(temp)).isNotEqualTo(before);
  }

  @Test
  void changesWithAClassOfAJarAndNotWithItsTime() throws Exception {
    String one = CodeVersion.of(jar("one.jar", "one", 1));

    assertThat(CodeVersion.of(jar("same.jar", "one", 1_000_000_000_000L))).isEqualTo(one);
    assertThat(CodeVersion.of(jar("two.jar", "two", 1))).isNotEqualTo(one);
  }

  private Path jar(String name, String content, long time) throws IOException {
    Path file = temp.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      JarEntry entry = new JarEntry("a/Rule.class");
      entry.setTime(time);
      jar.putNextEntry(entry);
      jar.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
