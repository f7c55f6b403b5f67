package io.kirolinter.agents.fix.classpath;

import static io.kirolinter.agents.fix.testkit.TestLibraries.dependencies;
import static io.kirolinter.agents.fix.testkit.TestLibraries.pom;
import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.fix.testkit.MemorySnapshot;
import io.kirolinter.agents.fix.testkit.TestLibraries;
import io.kirolinter.agents.git.Repositories;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HostilePomsTest {

  @TempDir Path temp;
  private TestLibraries libraries;

  @BeforeEach
  void makeLibraries() throws IOException {
    libraries = new TestLibraries(Files.createDirectory(temp.resolve("home")));
    libraries.with("g:lib:1");
  }

  @Test
  void readsNoDocumentTypeAndNoEntity() {
    String entity = "<!DOCTYPE p [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>";

    assertRefused(entity + pom("x:y:1", dependencies("g:lib:&x;")).substring(1));
    assertRefused(pom("x:y:1", "").replace("?>", "?>" + entity));
    assertRefused(new String(new byte[] {0, '<', 0, 'a'}, StandardCharsets.ISO_8859_1));
    assertRefused("");
    assertRefused("<project><a></project>");
  }

  @Test
  void readsNoHugePom() {
    assertRefused(pom("x:y:1", "<!--" + "x".repeat(SmallXml.MOST_BYTES) + "-->"));
    TestLibraries.write(
        libraries.file("g:huge:1", ".pom"), "<project>" + " ".repeat(SmallXml.MOST_BYTES));

    assertThat(of(pom("x:y:1", dependencies("g:huge:1", "g:lib:1"))).entries()).hasSize(1);
  }

  @Test
  void survivesDepth() {
    String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);

    assertThat(of(pom("x:y:1", "<build>" + deep + "</build>" + dependencies("g:lib:1"))))
        .isNotNull();
  }

  @Test
  void survivesParentsInACircle() {
    String parent =
        "<parent><groupId>g</groupId><artifactId>%s</artifactId><version>1</version></parent>";
    libraries
        .withPom("g:one:1", "<packaging>pom</packaging>" + parent.formatted("two"))
        .withPom("g:two:1", "<packaging>pom</packaging>" + parent.formatted("one"));

    ClassPath found = of(pom("x:y:1", parent.formatted("one")));

    assertThat(found.entries()).isEmpty();
    assertThat(found.gaps()).singleElement().asString().contains("pom.xml cannot be used");
  }

  @Test
  void survivesDependenciesInACircle() {
    libraries.with("g:one:1", "g:two:1").with("g:two:1", "g:one:1");

    assertThat(of(pom("x:y:1", dependencies("g:one:1"))).entries()).hasSize(2);
  }

  @Test
  void leavesOutALibraryWhosePomMakesNoSense() {
    libraries.with("g:odd:1");
    libraries.withPom(
        "g:odd:1",
        "<parent><groupId>g</groupId><artifactId>odd</artifactId><version>1</version></parent>");

    ClassPath found = of(pom("x:y:1", dependencies("g:odd:1", "g:lib:1")));

    assertThat(found.entries()).hasSize(2);
    assertThat(found.gaps()).anyMatch(gap -> gap.startsWith("g:odd:1 cannot be used"));
  }

  @Test
  void followsNoNameOutOfTheLocalRepository() {
    TestLibraries.jar(temp.resolve("evil-1.jar"), temp);
    TestLibraries.jar(libraries.home().resolve("evil-1.jar"), temp);

    for (String name :
        List.of(
            "g:../../../../evil:1",
            "g:lib:../../../../../evil-1",
            "..:..:1",
            "/tmp:lib:1",
            ":lib:1",
            "g:l\\ib:1")) {
      assertThat(of(pom("x:y:1", dependencies(name))).entries()).as(name).isEmpty();
    }
  }

  @Test
  void endsWithPropertiesThatDoubleEachOther() {
    StringBuilder properties = new StringBuilder("<properties><p0>lib</p0><self>${self}</self>");
    for (int i = 1; i < 200; i++) {
      properties.append("<p%d>${p%d}${p%d}</p%d>".formatted(i, i - 1, i - 1, i));
    }

    ClassPath found =
        of(
            pom(
                "x:y:1",
                properties
                    + "</properties>"
                    + dependencies("g:${p199}:1", "g:${self}:1", "g:${p0}:1")));

    assertThat(found.entries()).hasSize(1);
  }

  private void assertRefused(String text) {
    ClassPath found = of(text);

    assertThat(found.entries()).isEmpty();
    assertThat(found.gaps()).isNotEmpty().first().asString().startsWith("pom.xml cannot be used");
  }

  private ClassPath of(String pom) {
    MemorySnapshot snapshot =
        new MemorySnapshot().with("pom.xml", pom.getBytes(StandardCharsets.ISO_8859_1));
    Path checkout = temp.resolve("checkout");
    try {
      Files.createDirectories(checkout);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return ClassPaths.of(snapshot, Repositories.open(checkout), libraries.folders())
        .of(List.of(SourcePath.of("src/main/java/A.java")));
  }
}
