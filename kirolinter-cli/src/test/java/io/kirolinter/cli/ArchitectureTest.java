package io.kirolinter.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.base.DescribedPredicate.or;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls of the house: what may know what, checked on the main classes of all modules. */
@DisplayName("Architecture")
class ArchitectureTest {

  // A rule over no classes passes. Raise these as the modules grow.
  private static final int FEWEST_CLASSES_OF_CORE = 60;
  private static final int FEWEST_CLASSES_OF_AGENTS = 150;
  private static final int FEWEST_CLASSES_OF_WORKFLOW = 30;
  private static final int FEWEST_CLASSES_OF_ANALYTICS = 30;
  private static final int FEWEST_CLASSES_OF_CLI = 35;

  private static final String ROOT = "io.kirolinter.";
  private static final String CORE = ROOT + "core..";
  private static final String CLI = ROOT + "cli..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(ArchitectureTest::isNoTestJar)
          .importPackages("io.kirolinter");

  @Nested
  @DisplayName("The rules see")
  class Guard {

    @ParameterizedTest
    @CsvSource({
      "core, " + FEWEST_CLASSES_OF_CORE,
      "agents, " + FEWEST_CLASSES_OF_AGENTS,
      "workflow, " + FEWEST_CLASSES_OF_WORKFLOW,
      "analytics, " + FEWEST_CLASSES_OF_ANALYTICS,
      "cli, " + FEWEST_CLASSES_OF_CLI
    })
    void theClassesOfEachModule(String module, int fewest) {
      assertThat(ownClasses().filter(c -> moduleByPlace(c).equals(module)))
          .hasSizeGreaterThanOrEqualTo(fewest);
    }

    @Test
    void noTestClasses() {
      assertThat(CLASSES.stream())
          .noneMatch(type -> type.isAnnotatedWith(Nested.class) || hasTestMethod(type))
          .noneMatch(type -> type.getPackageName().endsWith(".testkit"));
    }

    private static boolean hasTestMethod(JavaClass type) {
      return type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Test.class));
    }
  }

  @Nested
  @DisplayName("The star")
  class Star {

    @Test
    void everyClassLivesInThePackageOfItsModule() {
      assertThat(CLASSES.stream())
          .allMatch(c -> (c.getPackageName() + ".").startsWith(ROOT + moduleByPlace(c) + "."));
    }

    @Test
    void coreKnowsNoOtherModule() {
      noClasses()
          .that()
          .resideInAPackage(CORE)
          .should()
          .dependOnClassesThat(oursOutside(CORE))
          .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agents", "workflow", "analytics"})
    void aSpokeKnowsOnlyCore(String spoke) {
      noClasses()
          .that()
          .resideInAPackage(ROOT + spoke + "..")
          .should()
          .dependOnClassesThat(oursOutside(ROOT + spoke + "..", CORE))
          .allowEmptyShould(true)
          .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "agents", "workflow", "analytics", "cli"})
    void noPackageCycleInAModule(String module) {
      slices()
          .matching(ROOT + module + ".(**)")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .check(CLASSES);
    }

    @Test
    void noPackageCycleAtAll() {
      slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
    }
  }

  @Nested
  @DisplayName("A library stays in the package that owns it")
  class Libraries {

    private static final String JACKSON_ANNOTATIONS = "com.fasterxml.jackson.annotation..";

    @ParameterizedTest(name = "{0} only in {1}")
    @CsvSource({
      "com.sun.net.httpserver.., io.kirolinter.analytics.dashboard..",
      "dev.langchain4j.., io.kirolinter.analytics.wording..",
      "com.sun.source.., io.kirolinter.agents..",
      "com.sun.tools.., io.kirolinter.agents..",
      "jakarta.., io.kirolinter.agents.notify.mail..",
      "java.net.http.., io.kirolinter.agents.[notify.web|forge.http]..",
      "java.sql.., io.kirolinter.core.store.embedded..",
      "javax.sql.., io.kirolinter.core.store.embedded..",
      "net.sourceforge.pmd.., io.kirolinter.agents.pmd..",
      "org.apache.maven.., io.kirolinter.agents.fix.classpath..",
      "org.eclipse.angus.., io.kirolinter.agents.notify.mail..",
      "org.sqlite.., io.kirolinter.core.store.embedded..",
      "org.redisson.., io.kirolinter.core.store.redis..",
      "io.netty.., io.kirolinter.core.store.redis..",
      "org.apache.commons.math3.., io.kirolinter.analytics..",
      "org.apache.commons.numbers.., io.kirolinter.analytics..",
      "org.apache.commons.rng.., io.kirolinter.analytics..",
      "org.apache.commons.statistics.., io.kirolinter.analytics..",
      "picocli.., io.kirolinter.cli..",
      "org.jline.., io.kirolinter.cli.environment..",
      JACKSON_ANNOTATIONS + ", io.kirolinter.[core|analytics|agents.predict]..",
    })
    void home(String library, String home) {
      checkHome(resideInAPackage(library), home);
    }

    @Test
    void jacksonOnlyWhereJsonAndYamlAreReadAndWritten() {
      checkHome(
          resideInAPackage("com.fasterxml..").and(not(resideInAPackage(JACKSON_ANNOTATIONS))),
          ROOT + "core.[json|settings]..",
          ROOT + "agents.sarif..");
    }

    @Test
    void javaUtilLoggingNowhere() {
      noClasses()
          .should()
          .dependOnClassesThat(resideInAPackage("java.util.logging.."))
          .check(CLASSES);
    }

    private void checkHome(DescribedPredicate<JavaClass> library, String... homes) {
      noClasses()
          .that()
          .resideOutsideOfPackages(homes)
          .should()
          .dependOnClassesThat(library)
          .check(CLASSES);
    }
  }

  @Nested
  @DisplayName("The outside world comes in as a parameter")
  class Ambient {

    /** The one class that makes the clock and the seed which all others are given. */
    private static final DescribedPredicate<JavaClass> ENVIRONMENT =
        describe(
            "Environment",
            c -> (c.getName() + "$").startsWith(ROOT + "cli.environment.Environment$"));

    /** PMD has no other way to go on after code that overflows its stack than a property. */
    private static final DescribedPredicate<JavaClass> PMD =
        describe("PmdRun", c -> c.getName().equals(ROOT + "agents.pmd.PmdRun"));

    @Test
    void timeFromAnInstantSource() {
      check(
          or(
              call(System.class, "currentTimeMillis"),
              call(Clock.class, "system.*|tick(Millis|Seconds|Minutes)"),
              call(InstantSource.class, "system"),
              newWithoutArguments(Date.class),
              or(
                  now(Instant.class),
                  now(LocalDate.class),
                  now(LocalDateTime.class),
                  now(LocalTime.class),
                  now(OffsetDateTime.class),
                  now(ZonedDateTime.class))),
          ENVIRONMENT);
    }

    @Test
    void randomnessFromASeed() {
      check(
          or(
              call(Math.class, "random"),
              call(ThreadLocalRandom.class, "current"),
              newWithoutArguments(Random.class),
              newWithoutArguments(SplittableRandom.class)),
          ENVIRONMENT);
    }

    @Test
    void environmentReadAndProcessEndedByTheCommandLine() {
      check(
          or(
              call(System.class, "getenv|exit|getProperty|getProperties|setProperty|setProperties"),
              call(Runtime.class, "exit|halt|addShutdownHook"),
              call(Boolean.class, "getBoolean"),
              call(Integer.class, "getInteger"),
              call(Long.class, "getLong")),
          or(resideInAPackage(CLI), PMD));
    }

    @Test
    void consoleUsedByTheCommandLine() {
      check(
          or(
              access(System.class, "in|out|err", target -> true),
              describe(
                  "Throwable.printStackTrace()",
                  access ->
                      access.getName().equals("printStackTrace")
                          && access.getTargetOwner().isAssignableTo(Throwable.class)
                          && hasNoParameters(access))),
          resideInAPackage(CLI));
    }

    private void check(
        DescribedPredicate<JavaAccess<?>> access, DescribedPredicate<JavaClass> except) {
      noClasses().that(not(except)).should().accessTargetWhere(access).check(CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> call(Class<?> owner, String names) {
      return access(owner, names, access -> true);
    }

    /** {@code now()} and {@code now(ZoneId)}, but not {@code now(Clock)}. */
    private static DescribedPredicate<JavaAccess<?>> now(Class<?> owner) {
      return access(
          owner,
          "now",
          access ->
              access.getTarget() instanceof CodeUnitAccessTarget target
                  && target.getRawParameterTypes().stream()
                      .noneMatch(parameter -> parameter.isAssignableTo(Clock.class)));
    }

    private static DescribedPredicate<JavaAccess<?>> newWithoutArguments(Class<?> owner) {
      return access(owner, "<init>", Ambient::hasNoParameters);
    }

    private static DescribedPredicate<JavaAccess<?>> access(
        Class<?> owner, String names, Predicate<JavaAccess<?>> more) {
      return describe(
          owner.getSimpleName() + "." + names,
          access ->
              access.getTargetOwner().isEquivalentTo(owner)
                  && access.getName().matches(names)
                  && more.test(access));
    }

    private static boolean hasNoParameters(JavaAccess<?> access) {
      return access.getTarget() instanceof CodeUnitAccessTarget target
          && target.getRawParameterTypes().isEmpty();
    }
  }

  @Nested
  @DisplayName("Names and null")
  class Names {

    @Test
    void everyPackageIsNullMarked() {
      assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
          .allMatch(p -> p.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void everyPackageSaysWhatItIsAbout() {
      assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
          .noneMatch(name -> name.matches(".*\\.(utils?|impl|managers?|helpers?)(\\..*)?"));
    }

    @Test
    void everyTopLevelClassSaysWhatItIs() {
      assertThat(ownClasses().filter(JavaClass::isTopLevelClass).map(JavaClass::getSimpleName))
          .noneMatch(name -> name.matches(".*(Utils?|Impl|Manager|Helper)"));
    }
  }

  private static Stream<JavaClass> ownClasses() {
    return CLASSES.stream().filter(c -> !c.getSimpleName().equals("package-info"));
  }

  private static DescribedPredicate<JavaClass> oursOutside(String... packages) {
    return resideInAPackage("io.kirolinter..").and(not(resideInAnyPackage(packages)));
  }

  /** The module a class was really built in, by its jar or output folder. */
  private static String moduleByPlace(JavaClass javaClass) {
    String place = javaClass.getSource().orElseThrow().getUri().toString();
    var matcher = Pattern.compile("kirolinter-([a-z]+)[/-]").matcher(place);
    String module = "";
    while (matcher.find()) {
      module = matcher.group(1);
    }
    return module;
  }

  /** Core's test kit comes as a jar, or as a folder of test classes when nothing was packaged. */
  private static boolean isNoTestJar(Location location) {
    return !location.contains("-tests.jar");
  }
}
