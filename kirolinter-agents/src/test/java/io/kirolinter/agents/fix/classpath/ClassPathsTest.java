package io.kirolinter.agents.fix.classpath;

import static io.kirolinter.agents.fix.testkit.TestLibraries.dependencies;
import static io.kirolinter.agents.fix.testkit.TestLibraries.dependency;
import static io.kirolinter.agents.fix.testkit.TestLibraries.pom;
import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.fix.testkit.MemorySnapshot;
import io.kirolinter.agents.fix.testkit.TestLibraries;
import io.kirolinter.agents.git.Repositories;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathsTest {

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

  @Test
  void followsDependenciesByScope() {
    libraries
        .with("g:direct:1", "g:far:1", "g:far-run:1:runtime", "g:far-test:1:test")
        .with("g:far:1")
        .with("g:far-run:1")
        .with("g:far-test:1")
        .with("g:given:1")
        .with("g:run:1")
        .with("g:tested:1");
    snapshot.with(
        "pom.xml",
        pom(
            "x:y:1",
            dependencies(
                "g:direct:1", "g:given:1:provided", "g:run:1:runtime", "g:tested:1:test")));

    assertThat(names(MAIN)).containsExactly("direct-1.jar", "given-1.jar", "far-1.jar");
    assertThat(names(TEST))
        .containsExactly(
            "direct-1.jar",
            "given-1.jar",
            "run-1.jar",
            "tested-1.jar",
            "far-1.jar",
            "far-run-1.jar");
    assertThat(of(MAIN).gaps()).isEmpty();
  }

  @Test
  void takesTheNearestVersionAndLeavesOutWhatIsExcludedOrOptional() {
    libraries
        .with("g:a:1", "g:shared:1", "g:unwanted:1", "h:any:1")
        .with("g:shared:1")
        .with("g:shared:2")
        .with("g:unwanted:1")
        .with("h:any:1")
        .with("g:b:1")
        .withPom(
            "g:b:1", dependencies("g:shared:1").replace("</dep", "<optional>true</optional></dep"));
    String exclusions =
        "<exclusions><exclusion><groupId>g</groupId><artifactId>unwanted</artifactId></exclusion>"
            + "<exclusion><groupId>h</groupId><artifactId>*</artifactId></exclusion></exclusions>";
    snapshot.with(
        "pom.xml",
        pom(
            "x:y:1",
            "<dependencies>"
                + dependency("g:a:1").replace("</dependency>", exclusions + "</dependency>")
                + dependency("g:b:1")
                + dependency("g:shared:2")
                + "</dependencies>"));

    assertThat(names(MAIN)).containsExactly("a-1.jar", "b-1.jar", "shared-2.jar");
  }

  @Test
  void resolvesParentsPropertiesAndImportedVersions() {
    libraries
        .withPom(
            "g:bom:7",
            "<packaging>pom</packaging><properties><v>2</v></properties><dependencyManagement>"
                + dependencies("g:bill:${v}", "g:deep:${v}")
                + "</dependencyManagement>")
        .withPom(
            "g:parent:3",
            "<packaging>pom</packaging><properties><own>1.${minor}</own></properties>"
                + dependencies("g:inherited:${own}"))
        .with("g:bill:2", "g:deep:1")
        .with("g:deep:2")
        .with("g:inherited:1.5");
    String module =
        """
        <project><modelVersion>4.0.0</modelVersion>
          <parent><groupId>x</groupId><artifactId>top</artifactId><version>1</version></parent>
          <artifactId>module</artifactId>
          <dependencies><dependency><groupId>g</groupId><artifactId>bill</artifactId></dependency>
          </dependencies>
        </project>
        """;
    snapshot
        .with(
            "pom.xml",
            pom(
                "x:top:1",
                "<packaging>pom</packaging>"
                    + "<parent><groupId>g</groupId><artifactId>parent</artifactId><version>3</version></parent>"
                    + "<properties><minor>5</minor></properties><dependencyManagement><dependencies>"
                    + dependency("g:bom:7")
                        .replace("</dep", "<type>pom</type><scope>import</scope></dep")
                    + "</dependencies></dependencyManagement>"))
        .with("module/pom.xml", module);

    assertThat(names("module/" + MAIN))
        .containsExactlyInAnyOrder("bill-2.jar", "inherited-1.5.jar", "deep-2.jar");
  }

  @Test
  void followsModulesOfTheRepositoryWithoutTheirJars() {
    libraries.with("g:lib:1");
    snapshot
        .with("one/pom.xml", pom("x:one:1", dependencies("x:two:${project.version}")))
        .with("two/pom.xml", pom("x:two:1", dependencies("g:lib:1")));

    assertThat(of("one/" + MAIN)).isEqualTo(of("two/" + MAIN));
    assertThat(names("one/" + MAIN)).containsExactly("lib-1.jar");
    assertThat(of("one/" + MAIN).gaps()).isEmpty();
  }

  @Test
  void knowsJarsWithAClassifierAndJarsOfTests() {
    libraries.with("g:lib:1");
    TestLibraries.jar(libraries.file("g:lib:1", "-tests.jar"), temp);
    TestLibraries.jar(libraries.file("g:lib:1", "-linux.jar"), temp);
    snapshot.with(
        "pom.xml",
        pom(
            "x:y:1",
            "<dependencies>"
                + dependency("g:lib:1").replace("</dep", "<type>test-jar</type></dep")
                + dependency("g:lib:1").replace("</dep", "<classifier>linux</classifier></dep")
                + "</dependencies>"));

    assertThat(names(MAIN)).containsExactly("lib-1-tests.jar", "lib-1-linux.jar");
  }

  @Test
  void tellsWhatIsMissingAndKeepsTheRest() {
    libraries.with("g:here:1");
    snapshot.with(
        "pom.xml",
        pom(
            "x:y:1",
            "<parent><groupId>no</groupId><artifactId>parent</artifactId><version>1</version></parent>"
                + dependencies("g:here:1", "g:gone:1", "g:unversioned")));

    assertThat(names(MAIN)).containsExactly("here-1.jar");
    assertThat(of(MAIN).gaps())
        .contains(
            "g:gone:1 is not in the local repository",
            "no:parent:1 is not in the local repository");
  }

  @Test
  void joinsTheClassPathsOfSeveralModules() {
    libraries.with("g:lib:1").with("g:lib:2");
    snapshot
        .with("one/pom.xml", pom("x:one:1", dependencies("g:lib:1")))
        .with("two/pom.xml", pom("x:two:1", dependencies("g:lib:2")));

    ClassPath both =
        paths().of(List.of(SourcePath.of("two/" + MAIN), SourcePath.of("one/" + MAIN)));

    assertThat(both.entries())
        .extracting(entry -> "" + entry.getFileName())
        .containsExactly("lib-1.jar", "lib-2.jar");
  }

  @Test
  void findsNothingWhereOnlyGradleKnows() {
    snapshot.with("build.gradle.kts", "dependencies { }");

    assertThat(of(MAIN).entries()).isEmpty();
    assertThat(of(MAIN).gaps())
        .containsExactly("only poms and IDE files tell of one, and there is none");
  }

  @Test
  void asksNoLocalRepositoryThatWasNotNamed() {
    snapshot.with("pom.xml", pom("x:y:1", ""));

    ClassPath found =
        ClassPaths.of(snapshot, Repositories.open(checkout), LibraryFolders.none())
            .of(List.of(SourcePath.of(MAIN)));

    assertThat(found.gaps()).containsExactly("no local Maven repository was named");
  }

  @Test
  void looksWhereTheSettingsOfMavenSay() {
    TestLibraries.write(
        libraries.home().resolve(".m2/settings.xml"),
        "<settings><localRepository>${user.home}/elsewhere</localRepository></settings>");

    assertThat(libraries.folders().maven()).contains(libraries.home().resolve("elsewhere"));
  }

  @Test
  void looksInTheUsualPlaceWhereSettingsSayNothingOrAreBroken() {
    for (String settings : List.of("<settings/>", "<settings>", "<!DOCTYPE a []><settings/>")) {
      TestLibraries.write(libraries.home().resolve(".m2/settings.xml"), settings);

      assertThat(libraries.folders().maven()).as(settings).contains(libraries.repository());
    }
  }

  @Test
  void takesLibrariesOfEclipse() {
    libraries.with("g:lib:1");
    TestLibraries.jar(checkout.resolve("module/own/o.jar"), temp);
    Path classes = checkout.resolve("module/classes");
    TestLibraries.write(classes.resolve("x.txt"), "");
    TestLibraries.write(
        checkout.resolve("module/.classpath"),
        """
        <classpath>
          <classpathentry kind="src" path="src"/>
          <classpathentry kind="lib" path="own/o.jar"/>
          <classpathentry kind="lib" path="classes"/>
          <classpathentry kind="lib" path="gone.jar"/>
          <classpathentry kind="lib" path="nul\u0001.jar"/>
          <classpathentry kind="var" path="M2_REPO/g/lib/1/lib-1.jar"/>
        </classpath>
        """
            .replace("\u0001", ""));
    snapshot.with("module/build.gradle", "");

    assertThat(names("module/" + MAIN)).containsExactly("o.jar", "classes", "lib-1.jar");
    assertThat(of("module/" + MAIN).gaps()).isEmpty();
  }

  @Test
  void takesLibrariesOfIntelliJAndJarsInTheUsualFolders() {
    libraries.with("g:lib:1");
    TestLibraries.jar(checkout.resolve("libs/usual.jar"), temp);
    TestLibraries.jar(checkout.resolve("ext/p.jar"), temp);
    Path home = libraries.home().resolve(".gradle/caches/c.jar");
    TestLibraries.jar(home, temp);
    TestLibraries.write(
        checkout.resolve(".idea/libraries/all.xml"),
        """
        <component name="libraryTable"><library name="x">
          <CLASSES>
            <root url="jar://$MAVEN_REPOSITORY$/g/lib/1/lib-1.jar!/" />
            <root url="jar://$PROJECT_DIR$/ext/p.jar!/" />
            <root url="jar://$USER_HOME$/.gradle/caches/c.jar!/" />
          </CLASSES>
          <SOURCES><root url="jar://$PROJECT_DIR$/libs/usual.jar!/" /></SOURCES>
        </library></component>
        """);

    assertThat(names("module/" + MAIN)).containsExactly("lib-1.jar", "p.jar", "c.jar", "usual.jar");
  }

  @Test
  void believesNoIdeFileThatLeadsElsewhere() throws IOException {
    Path foreign = temp.resolve("foreign/f.jar");
    TestLibraries.jar(foreign, temp);
    Files.createDirectories(checkout.resolve("libs"));
    Files.createSymbolicLink(checkout.resolve("libs/link.jar"), foreign);
    TestLibraries.write(
        checkout.resolve(".classpath"),
        """
        <classpath>
          <classpathentry kind="lib" path="../foreign/f.jar"/>
          <classpathentry kind="lib" path="%s"/>
          <classpathentry kind="lib" path="%s"/>
        </classpath>
        """
            .formatted(foreign, libraries.home()));
    Files.createDirectories(libraries.home());

    assertThat(of(MAIN).entries()).isEmpty();
  }

  @Test
  void tellsOfAnIdeFileThatCannotBeUsed() {
    String deep = "<a>".repeat(40) + "</a>".repeat(40);
    for (String text : List.of("<classpath", "<!DOCTYPE x [<!ENTITY e 'x'>]><classpath/>", deep)) {
      TestLibraries.write(checkout.resolve(".classpath"), text);

      assertThat(of(MAIN).gaps())
          .as(text)
          .anyMatch(gap -> gap.startsWith("an IDE file in '' cannot be used"));
    }
  }

  private ClassPaths paths() {
    return ClassPaths.of(snapshot, Repositories.open(checkout), libraries.folders());
  }

  private ClassPath of(String file) {
    return paths().of(List.of(SourcePath.of(file)));
  }

  private Stream<String> names(String file) {
    return of(file).entries().stream().map(entry -> "" + entry.getFileName());
  }
}
