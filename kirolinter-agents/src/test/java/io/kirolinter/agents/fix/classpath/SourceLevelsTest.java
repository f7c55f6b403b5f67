package io.kirolinter.agents.fix.classpath;

import static io.kirolinter.agents.fix.testkit.TestLibraries.pom;
import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.fix.testkit.MemorySnapshot;
import io.kirolinter.agents.fix.testkit.TestLibraries;
import io.kirolinter.agents.git.Repositories;
import io.kirolinter.core.finding.JavaLevel;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceLevelsTest {

  private static final String MAIN = "src/main/java/p/A.java";
  private static final String TEST = "src/test/java/p/ATest.java";

  @TempDir Path temp;
  private final MemorySnapshot snapshot = new MemorySnapshot();
  private TestLibraries libraries;
  private Path checkout;

  @BeforeEach
  void makeFolders() throws IOException {
    libraries = new TestLibraries(temp.resolve("home"));
    checkout = Files.createDirectory(temp.resolve("checkout")).toRealPath();
  }

  @ParameterizedTest
  @CsvSource({
    "<maven.compiler.source>1.6</maven.compiler.source>, 6",
    "<maven.compiler.release>8</maven.compiler.release>, 8",
    "<maven.compiler.source>7</maven.compiler.source><maven.compiler.release>11"
        + "</maven.compiler.release>, 11",
    "<jdk>1.7</jdk><maven.compiler.source>${jdk}</maven.compiler.source>, 7",
    "<maven.compiler.target>1.6</maven.compiler.target>,",
    "<maven.compiler.source>${unknown}</maven.compiler.source>,"
  })
  void areReadFromProperties(String properties, Integer level) {
    snapshot.with("pom.xml", pom("x:y:1", "<properties>" + properties + "</properties>"));

    assertThat(of(MAIN)).isEqualTo(Optional.ofNullable(level).map(JavaLevel::of));
  }

  @Test
  void areReadFromTheConfigurationOfTheCompilerBeforeProperties() {
    snapshot.with(
        "pom.xml",
        pom(
            "x:y:1",
            "<properties><maven.compiler.source>11</maven.compiler.source><old>1.5</old></properties>"
                + compiler("<source>${old}</source><testSource>8</testSource>")));

    assertThat(of(MAIN)).contains(JavaLevel.of(5));
    assertThat(of(TEST)).contains(JavaLevel.of(8));
  }

  @Test
  void ofTestsAreThoseOfMainCodeUnlessTheyHaveTheirOwn() {
    snapshot.with("pom.xml", pom("x:y:1", compiler("<release>8</release>")));
    snapshot.with(
        "b/pom.xml", pom("x:b:1", compiler("<release>8</release><testRelease>17</testRelease>")));

    assertThat(of(TEST)).contains(JavaLevel.of(8));
    assertThat(of("b/" + TEST)).contains(JavaLevel.of(17));
    assertThat(of("b/" + MAIN)).contains(JavaLevel.of(8));
  }

  @Test
  void areTheLowestOfSeveralExecutions() {
    snapshot.with(
        "pom.xml",
        pom(
            "x:y:1",
            compiler(
                "<release>9</release>",
                "<executions><execution><id>base-compile</id><configuration><release>6</release>"
                    + "</configuration></execution></executions>")));

    assertThat(of(MAIN)).contains(JavaLevel.of(6));
  }

  @Test
  void areInheritedFromParentsInTheRepositoryAndInTheLocalOne() {
    libraries.withPom(
        "g:top:1",
        "<packaging>pom</packaging><build><pluginManagement><plugins><plugin>"
            + "<artifactId>maven-compiler-plugin</artifactId>"
            + "<configuration><source>${level}</source></configuration>"
            + "</plugin></plugins></pluginManagement></build>");
    snapshot.with(
        "pom.xml",
        pom(
            "x:parent:1",
            parent("g:top:1")
                + "<packaging>pom</packaging>"
                + "<properties><level>1.7</level></properties>"));
    snapshot.with("a/pom.xml", pom("x:a:1", parent("x:parent:1")));
    snapshot.with(
        "b/pom.xml",
        pom("x:b:1", parent("x:parent:1") + "<properties><level>17</level></properties>"));

    assertThat(of("a/" + MAIN)).contains(JavaLevel.of(7));
    assertThat(of("b/" + MAIN)).contains(JavaLevel.of(17));
  }

  @Test
  void areReadWithoutALocalRepositoryToo() {
    snapshot.with("pom.xml", pom("x:y:1", parent("g:gone:1") + compiler("<source>1.6</source>")));

    assertThat(of(LibraryFolders.none(), MAIN)).contains(JavaLevel.of(6));
  }

  @Test
  void areUnknownWhereNothingTellsThem() {
    snapshot.with("pom.xml", "<project><unclosed>");
    snapshot.with("b/pom.xml", pom("x:b:1", ""));
    snapshot.with("c/build.gradle", "sourceCompatibility = 1.6");
    TestLibraries.write(checkout.resolve(".idea/misc.xml"), misc("JDK_1_6"));

    assertThat(of(MAIN)).isEmpty();
    assertThat(of("b/" + MAIN)).isEmpty();
    assertThat(of("c/" + MAIN)).isEmpty();
    assertThat(SourceLevels.unknown().of(SourcePath.of(MAIN))).isEmpty();
  }

  @Test
  void areThoseOfTheIdeWhereThereIsNoBuildFile() {
    TestLibraries.write(checkout.resolve(".idea/misc.xml"), misc("JDK_1_6"));
    assertThat(of(MAIN)).contains(JavaLevel.of(6));
    TestLibraries.write(checkout.resolve(".idea/misc.xml"), misc("JDK_21_PREVIEW"));
    assertThat(of(MAIN)).contains(JavaLevel.of(21));
    TestLibraries.write(checkout.resolve(".idea/misc.xml"), misc("JDK_X"));
    assertThat(of(MAIN)).isEmpty();
    TestLibraries.write(checkout.resolve(".idea/misc.xml"), "<project");
    assertThat(of(MAIN)).isEmpty();

    TestLibraries.write(
        checkout.resolve(".settings/org.eclipse.jdt.core.prefs"),
        "eclipse.preferences.version=1\norg.eclipse.jdt.core.compiler.source=1.7\n");
    assertThat(of(MAIN)).contains(JavaLevel.of(7));
  }

  private static String misc(String level) {
    return """
    <project version="4">
      <component name="Other" languageLevel="JDK_1_3" />
      <component name="ProjectRootManager" version="2" languageLevel="%s" />
    </project>
    """
        .formatted(level);
  }

  private static String parent(String coordinates) {
    String[] parts = coordinates.split(":", -1);
    return "<parent><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></parent>"
        .formatted(parts[0], parts[1], parts[2]);
  }

  private static String compiler(String settings) {
    return compiler(settings, "");
  }

  private static String compiler(String settings, String more) {
    return ("<build><plugins><plugin><artifactId>maven-compiler-plugin</artifactId>"
            + "<configuration>%s</configuration>%s</plugin></plugins></build>")
        .formatted(settings, more);
  }

  private Optional<JavaLevel> of(String file) {
    return of(libraries.folders(), file);
  }

  private Optional<JavaLevel> of(LibraryFolders folders, String file) {
    return SourceLevels.of(snapshot, Repositories.open(checkout), folders).of(SourcePath.of(file));
  }
}
