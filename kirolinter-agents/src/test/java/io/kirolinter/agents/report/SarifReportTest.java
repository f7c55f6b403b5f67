package io.kirolinter.agents.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kirolinter.agents.review.JavaAnalyzer;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.SourceRange;
import io.kirolinter.core.source.TextEdit;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SarifReportTest {

  private static Schema schema;

  @BeforeAll
  static void readTheSchema() throws Exception {
    try (InputStream published =
        SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(Objects.requireNonNull(published));
    }
  }

  @Test
  void theSchemaRefusesWhatIsNotSarif() {
    assertThat(schema.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
    String wrong =
        SarifReport.of(Sources.sample().made()).replace("\"startLine\" : 3", "\"startLine\" : 0");
    assertThat(schema.validate(wrong, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void isValid() {
    assertValid(Sources.sample().made());
    assertValid(new Sources().made());
    assertValid(
        new Sources()
            .file(
                "a/B.java",
                "x",
                Sources.finding("pmd/CloseResource", "a/B.java", new SourceRange(1, 1, 1, 1))
                    .saying(Sources.HOSTILE)
                    .made())
            .problem(".", 0, "pmd: failed")
            .made());
  }

  @Test
  void tellsWhoMadeItAndOfWhat() {
    JsonNode run = run(Sources.sample().made());

    JsonNode driver = run.at("/tool/driver");
    assertThat(driver.get("name").textValue()).isEqualTo("KiroLinter");
    assertThat(driver.get("version").textValue()).isEqualTo("1.2.3");
    assertThat(driver.has("informationUri")).isFalse();
    assertThat(run.get("columnKind").textValue()).isEqualTo("utf16CodeUnits");
    JsonNode origin = run.at("/versionControlProvenance/0");
    assertThat(origin.get("repositoryUri").textValue())
        .isEqualTo("https://git.example.org/team/pro%20ject");
    assertThat(origin.get("revisionId").textValue()).isEqualTo(Sources.REVISION.value());
  }

  @Test
  void namesTheHomeOfTheToolWhereItHasOne() {
    ReportSource source = Sources.sample().made();
    ReportSource known =
        new ReportSource(
            source.analysis(),
            source.rules(),
            source.tool().at(URI.create("https://example.org/tool")),
            Origin.unknown(),
            source.textOf(),
            source.pageOf());

    assertValid(known);
    assertThat(run(known).at("/tool/driver/informationUri").textValue())
        .isEqualTo("https://example.org/tool");
    assertThat(run(known).has("versionControlProvenance")).isFalse();
  }

  @Test
  void describesEachRuleInWordsThatServicesLookFor() {
    JsonNode run = run(Sources.sample().made());
    JsonNode rules = run.at("/tool/driver/rules");

    assertThat(rules).hasSize(JavaAnalyzer.withAllRules(1).rules().size());
    JsonNode injection = named(rules, "sql-injection");
    assertThat(injection.get("name").textValue()).isEqualTo("SqlInjection");
    assertThat(injection.at("/shortDescription/text").textValue()).isEqualTo("SQL injection");
    assertThat(injection.at("/fullDescription/text").textValue()).endsWith(".");
    assertThat(injection.at("/help/markdown").textValue()).contains("## Bad\n\n```java\n");
    assertThat(injection.at("/help/text").textValue()).contains("Bad\n").doesNotContain("`", "#");
    assertThat(injection.at("/defaultConfiguration/level").textValue()).isEqualTo("error");
    assertThat(injection.at("/properties/security-severity").textValue()).isEqualTo("9.5");
    assertThat(texts(injection.at("/properties/tags")))
        .startsWith("security", "external/cwe/cwe-089")
        .contains("sonar:S2077");
    assertThat(named(rules, "unused-import").at("/properties").has("security-severity")).isFalse();
  }

  @Test
  void relatesRulesToTheWeaknessesTheyAreAbout() {
    JsonNode run = run(Sources.sample().made());

    JsonNode injection = named(run.at("/tool/driver/rules"), "sql-injection");
    assertThat(injection.at("/relationships/0/target/id").textValue()).isEqualTo("CWE-89");
    assertThat(injection.at("/relationships/0/target/toolComponent/index").intValue()).isZero();
    assertThat(run.at("/taxonomies/0/name").textValue()).isEqualTo("CWE");
    assertThat(ids(run.at("/taxonomies/0/taxa"))).contains("CWE-89").doesNotHaveDuplicates();
  }

  @Test
  void pointsAtThePlaceOfAFinding() {
    JsonNode run = run(Sources.sample().made());
    JsonNode result = run.at("/results/0");

    assertThat(result.get("ruleId").textValue()).isEqualTo("unused-import");
    int index = result.get("ruleIndex").intValue();
    assertThat(run.at("/tool/driver/rules").get(index).get("id").textValue())
        .isEqualTo("unused-import");
    assertThat(result.get("level").textValue()).isEqualTo("note");
    assertThat(run.at("/results/1/level").textValue()).isEqualTo("error");
    assertThat(result.at("/message/text").textValue()).isEqualTo("message of unused-import");
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").textValue()).isEqualTo("src/A%20b.java");
    assertThat(place.at("/artifactLocation/uriBaseId").textValue()).isEqualTo("SRCROOT");
    assertThat(run.at("/originalUriBaseIds").has("SRCROOT")).isTrue();
    assertThat(region(place.get("region"))).isEqualTo("3:1-3:23");
    assertThat(place.at("/region/snippet/text").textValue()).isEqualTo("import java.util.List;");
    assertThat(result.at("/partialFingerprints").get("kirolinter/v1").textValue())
        .matches("[0-9a-f]{16}");
  }

  @Test
  void carriesFixesAsReplacements() {
    JsonNode fixes = run(Sources.sample().made()).at("/results/0/fixes");

    assertThat(fixes).hasSize(1);
    assertThat(fixes.at("/0/description/text").textValue()).isEqualTo("Change unused-import");
    JsonNode change = fixes.at("/0/artifactChanges/0");
    assertThat(change.at("/artifactLocation/uri").textValue()).isEqualTo("src/A%20b.java");
    assertThat(region(change.at("/replacements/0/deletedRegion"))).isEqualTo("3:1-4:1");
    assertThat(change.at("/replacements/0").has("insertedContent")).isFalse();
  }

  @Test
  void tellsWhatAFixInserts() {
    Sources sources =
        new Sources()
            .file(
                "A.java",
                "ab\ncd\n",
                Sources.finding("modifier-order", "A.java", new SourceRange(2, 1, 2, 2))
                    .with(TextEdit.insertion(4, "new"), TextEdit.deletion(0, 1))
                    .made());

    JsonNode replacements =
        run(sources.made()).at("/results/0/fixes/0/artifactChanges/0/replacements");

    assertThat(region(replacements.at("/0/deletedRegion"))).isEqualTo("1:1-1:2");
    assertThat(region(replacements.at("/1/deletedRegion"))).isEqualTo("2:2-2:2");
    assertThat(replacements.at("/1/insertedContent/text").textValue()).isEqualTo("new");
  }

  @Test
  void leavesOutWhatDoesNotFitTheFileAsItIsNow() {
    Finding finding =
        Sources.finding("modifier-order", "A.java", new SourceRange(9, 1, 9, 30))
            .with(new TextEdit(80, 90, ""))
            .made();

    JsonNode result = run(new Sources().file("A.java", "short", finding).made()).at("/results/0");

    assertThat(result.has("fixes")).isFalse();
    assertThat(result.at("/locations/0/physicalLocation/region").has("snippet")).isFalse();
  }

  @Test
  void aFileThatWasNotAnalysedIsANotification() {
    JsonNode invocation = run(Sources.sample().made()).at("/invocations/0");

    assertThat(invocation.get("executionSuccessful").booleanValue()).isTrue();
    JsonNode notification = invocation.at("/toolExecutionNotifications/0");
    assertThat(notification.get("level").textValue()).isEqualTo("warning");
    assertThat(notification.at("/message/text").textValue())
        .isEqualTo("src/Broken.java: not analysed: not valid Java");
    assertThat(notification.at("/locations/0/physicalLocation/region/startLine").intValue())
        .isEqualTo(7);
  }

  @Test
  void anAnalyzerThatFailedMakesTheRunAFailedOne() {
    JsonNode invocation =
        run(new Sources().problem(".", 0, "pmd: broke").made()).at("/invocations/0");

    assertThat(invocation.get("executionSuccessful").booleanValue()).isFalse();
    JsonNode notification = invocation.at("/toolExecutionNotifications/0");
    assertThat(notification.get("level").textValue()).isEqualTo("error");
    assertThat(notification.has("locations")).isFalse();
  }

  @Test
  void hostileTextComesBackAsItWasButForHalvesOfCharacters() {
    Finding finding =
        Sources.finding("weak-hash", "\u202E</a>:#?%.java", new SourceRange(1, 1, 1, 5))
            .of(Category.SECURITY, Severity.CRITICAL)
            .saying(Sources.HOSTILE)
            .made();
    ReportSource source =
        new Sources().file("\u202E</a>:#?%.java", Sources.HOSTILE, finding).made();

    assertValid(source);
    JsonNode result = run(source).at("/results/0");
    assertThat(result.at("/message/text").textValue())
        .isEqualTo(Sources.HOSTILE.replace('\uD800', '\uFFFD'));
    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").textValue())
        .isEqualTo("%E2%80%AE%3C/a%3E%3A%23%3F%25.java");
  }

  @Test
  void staysWithinWhatGitHubTakes() {
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      tags.add("sonar:S" + i);
    }
    ReportSource source = Sources.sample().made();
    Rule first = source.rules().get(0);
    Rule wordy =
        new Rule(
            first.id(),
            "n".repeat(2000),
            "d".repeat(2000) + ".",
            first.category(),
            first.severity(),
            first.fixLevel(),
            tags);
    ReportSource wordySource =
        new ReportSource(
            source.analysis(),
            List.of(wordy),
            source.tool(),
            source.origin(),
            source.textOf(),
            source.pageOf());

    JsonNode rule = named(run(wordySource).at("/tool/driver/rules"), first.id().value());

    assertThat(rule.at("/properties/tags")).hasSize(20);
    assertThat(rule.at("/shortDescription/text").textValue()).hasSize(1024);
    assertThat(rule.at("/fullDescription/text").textValue()).hasSize(1024);
  }

  @Test
  void isTheSameEachTime() {
    assertThat(SarifReport.of(Sources.sample().made()))
        .isEqualTo(SarifReport.of(Sources.sample().made()))
        .endsWith("}\n");
  }

  private static void assertValid(ReportSource source) {
    assertThat(schema.validate(SarifReport.of(source), InputFormat.JSON)).isEmpty();
  }

  private static JsonNode run(ReportSource source) {
    try {
      return new ObjectMapper().readTree(SarifReport.of(source)).at("/runs/0");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode named(JsonNode nodes, String id) {
    return StreamSupport.stream(nodes.spliterator(), false)
        .filter(node -> node.get("id").textValue().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ids(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false)
        .map(node -> node.get("id").textValue())
        .toList();
  }

  private static List<String> texts(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false).map(JsonNode::textValue).toList();
  }

  private static String region(JsonNode region) {
    return "%d:%d-%d:%d"
        .formatted(
            region.get("startLine").intValue(),
            region.get("startColumn").intValue(),
            region.get("endLine").intValue(),
            region.get("endColumn").intValue());
  }
}
