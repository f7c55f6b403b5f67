package io.kirolinter.agents.fix.compile;

import static io.kirolinter.agents.fix.testkit.TestLibraries.dependencies;
import static io.kirolinter.agents.fix.testkit.TestLibraries.pom;
import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.fix.FixEngine;
import io.kirolinter.agents.fix.FixRequest;
import io.kirolinter.agents.fix.classpath.ClassPaths;
import io.kirolinter.agents.fix.classpath.LibraryFolders;
import io.kirolinter.agents.fix.testkit.MemorySnapshot;
import io.kirolinter.agents.fix.testkit.TestLibraries;
import io.kirolinter.agents.fix.testkit.TestRule;
import io.kirolinter.agents.git.Repositories;
import io.kirolinter.core.artifact.FixSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerGateLibrariesTest {

  private static final String A = "src/main/java/p/A.java";
  private static final String POM = pom("x:y:1", dependencies("org.lib:lib:1"));

  @TempDir Path temp;
  private final MemorySnapshot snapshot = new MemorySnapshot();
  private TestLibraries libraries;
  private Path checkout;

  @BeforeEach
  void makeFolders() throws IOException {
    libraries = new TestLibraries(temp.resolve("home"));
    checkout = Files.createDirectory(temp.resolve("checkout"));
  }

  @Test
  void dropsAFixThatOnlyALibraryShowsToBeWrong() {
    libraries.withClass(
        "org.lib:lib:1",
        "org.lib.Take",
        "package org.lib; public class Take { public static void it(Integer i) { } }");
    snapshot
        .with("pom.xml", POM)
        .with(A, "package p; class A { { org.lib.Take.it(old); } static final Integer old = 1; }");

    FixSet known = fixed("(Object) 1", libraries.folders());
    FixSet unknown = fixed("(Object) 1", LibraryFolders.none());

    assertThat(known.applied()).isZero();
    assertThat(known.dropped())
        .singleElement()
        .satisfies(
            dropped ->
                assertThat(dropped.reason())
                    .contains("Object cannot be converted to java.lang.Integer")
                    .contains("compiled with 1 class path entry"));
    assertThat(unknown.applied()).isOne();
    assertThat(evidence(unknown))
        .contains("no new compiler error", "compiled without a class path: no local Maven");
  }

  @Test
  void keepsAFixThatOnlyALibraryShowsToBeRight() {
    libraries.withClass(
        "org.lib:lib:1",
        "org.lib.Base",
        "package org.lib; public class Base { protected int inherited; }");
    snapshot
        .with("pom.xml", POM)
        .with(A, "package p; class A extends org.lib.Base { int m(int old) { return old; } }");

    assertThat(fixed("inherited", libraries.folders()).applied()).isOne();
    // a fix that cannot be proved for want of a library is dropped, not believed
    assertThat(fixed("inherited", LibraryFolders.none()).applied()).isZero();
  }

  @Test
  void seesNoErrorWhereAllLibrariesAreKnown() {
    libraries.withClass("org.lib:lib:1", "org.lib.T", "package org.lib; public class T { }");
    snapshot
        .with("pom.xml", POM)
        .with(A, "package p; import org.lib.T; class A { T t; int a = old; int old; }");

    assertThat(evidence(fixed("this.old", libraries.folders())))
        .isEqualTo("1 changed files have no compiler error; compiled with 1 class path entry");
  }

  @Test
  void prefersTheSourcesOfTheRepositoryToAJarMadeOfThem() {
    libraries.withClass("org.lib:lib:1", "q.B", "package q; public class B { }");
    snapshot
        .with("pom.xml", POM)
        .with("src/main/java/q/B.java", "package q; public class B { public int fresh; }")
        .with(A, "package p; class A { int a = old; int old = new q.B().fresh; }");

    assertThat(evidence(fixed("this.old", libraries.folders()))).contains("have no compiler error");
  }

  @Test
  void tellsOfOneOfSeveralGapsAndOfNone() {
    snapshot
        .with("pom.xml", pom("x:y:1", dependencies("g:gone:1", "g:lost:1")))
        .with(A, "package p; class A { int a = old; int old; }");

    assertThat(evidence(fixed("this.old", libraries.folders())))
        .endsWith(
            "compiled without a class path: g:gone:1 is not in the local repository and others");
    snapshot.with("pom.xml", pom("x:y:1", ""));
    assertThat(evidence(fixed("this.old", libraries.folders())))
        .endsWith("compiled without a class path: none is needed");
  }

  @Test
  void looksPastAJarThatIsNone() {
    TestLibraries.write(libraries.file("org.lib:lib:1", ".jar"), "no zip");
    snapshot
        .with("pom.xml", POM)
        .with(A, "package p; import org.lib.T; class A { T t; int a = old; int old; }");

    FixSet fixes = fixed("this.old", libraries.folders());

    assertThat(fixes.applied()).isOne();
    assertThat(evidence(fixes))
        .endsWith(
            "compiled without a class path: the compiler itself fails with the one that was found");
  }

  private FixSet fixed(String replacement, LibraryFolders folders) {
    TestRule rule = TestRule.replacing("old-name", "old", replacement);
    CompilerGate gate =
        CompilerGate.of(snapshot)
            .with(ClassPaths.of(snapshot, Repositories.open(checkout), folders));
    return FixEngine.of(List.of(rule), 1)
        .fix(FixRequest.safe(snapshot, snapshot.findings(List.of(rule))).withGates(List.of(gate)));
  }

  private static String evidence(FixSet fixes) {
    return fixes.gates().stream()
        .filter(gate -> gate.gate().equals("compiler"))
        .findFirst()
        .orElseThrow()
        .evidence();
  }
}
