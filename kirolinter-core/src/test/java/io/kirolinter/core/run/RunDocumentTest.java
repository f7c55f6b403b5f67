package io.kirolinter.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.json.ForeignJson;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.core.testkit.SampleRuns;
import io.kirolinter.core.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunDocumentTest {

  private static final Instant START = Instant.parse("2026-11-22T18:15:31Z");
  private static final StoredArtifact REVIEW =
      new StoredArtifact(
          "analyze",
          "own-type",
          "{\"findings\":[1.5,\"Ä ' \\\" 数据\"],\"deep\":{\"a\":[null,true]}}");

  @TempDir Path temp;

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
  private Stores here;
  private Stores there;

  @BeforeEach
  void open() {
    here = EmbeddedStores.open(temp.resolve("here"), clock);
    there = EmbeddedStores.open(temp.resolve("there"), clock);
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  @Test
  void aRunGoesFromOneStoreToAnotherAndBack() {
    here.journal().add(ended(), List.of(REVIEW));

    String document = RunDocument.of(here.journal(), ended().id()).orElseThrow().json();
    assertThat(RunDocument.read("run.json", document).addTo(there.journal())).isTrue();

    assertThat(there.journal().find(ended().id())).contains(ended());
    assertThat(there.journal().artifacts(ended().id())).containsExactly(REVIEW);
    assertThat(RunDocument.of(there.journal(), ended().id()).orElseThrow().json())
        .isEqualTo(document);
    here.journal().delete(ended().id());
    RunDocument.read("run.json", document).addTo(here.journal());
    assertThat(here.journal().list(RunQuery.newest(9))).containsExactly(ended());
  }

  @Test
  void aRunThatIsNotThereHasNoDocument() {
    assertThat(RunDocument.of(here.journal(), ended().id())).isEmpty();
  }

  @Test
  void aDocumentNamesItsKindAndVersion() {
    assertThat(document())
        .startsWith("{\n  \"document\" : \"kirolinter-run\",\n  \"version\" : 1,\n");
  }

  @Test
  void importingTheVerySameRunAgainChangesNothing() {
    RunDocument document = RunDocument.read("run.json", document());
    document.addTo(there.journal());

    assertThat(RunDocument.read("run.json", document()).addTo(there.journal())).isFalse();

    assertThat(there.journal().artifacts(ended().id())).containsExactly(REVIEW);
  }

  @Test
  void anotherRunWithTheSameIdIsNotReplaced() {
    Run other = ended().withState(RunState.queued().ended(RunStatus.FAILED, START));
    there.journal().add(other, List.of());

    assertThatThrownBy(() -> RunDocument.read("run.json", document()).addTo(there.journal()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("Cannot import run '" + ended().id() + "': there is another run");

    assertThat(there.journal().find(other.id())).contains(other);
    assertThat(there.journal().artifacts(other.id())).isEmpty();
  }

  @Test
  void aRunThatIsNotOverIsCancelledWhereItIsImported() {
    Run run = SampleRuns.changing(1);
    StepRecord analyze =
        StepRecord.started("analyze", START)
            .ended(StepOutcome.SUCCEEDED, START.plusSeconds(2), "Done.", Optional.empty());
    StepRecord fix = StepRecord.started("fix", START.plusSeconds(3));
    RunState state =
        RunState.queued().withStatus(RunStatus.RUNNING).withStep(analyze).withStep(fix);
    Lease lease = here.journal().create(run, "me", Duration.ofSeconds(9)).granted().orElseThrow();
    here.journal().checkpoint(lease, state, Optional.of(REVIEW));
    String document = RunDocument.of(here.journal(), run.id()).orElseThrow().json();

    assertThat(RunDocument.read("run.json", document).addTo(there.journal())).isTrue();
    assertThat(RunDocument.read("run.json", document).addTo(there.journal())).isFalse();

    RunState taken = there.journal().find(run.id()).orElseThrow().state();
    assertThat(taken.status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(taken.endedAt()).contains(START.plusSeconds(3));
    assertThat(taken.step("analyze")).contains(analyze);
    assertThat(taken.step("fix").orElseThrow().outcome()).contains(StepOutcome.SKIPPED);
    assertThat(there.journal().claim(run.id(), "you", Duration.ofSeconds(9)))
        .isEqualTo(new Claim.Over(RunStatus.CANCELLED));
    assertThatThrownBy(() -> RunDocument.read("run.json", document).addTo(here.journal()))
        .isInstanceOf(InvalidRequestException.class);
    assertThat(here.journal().find(run.id()).orElseThrow().state()).isEqualTo(state);
  }

  @Test
  void secretsAreMaskedOnTheWayOutAndOnTheWayIn() {
    String secret = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
    StoredArtifact leaky = new StoredArtifact("fix", "own-type", "{\"a\":[\"" + secret + "\"]}");

    assertThat(new RunDocument(ended(), List.of(leaky)).json())
        .doesNotContain(secret)
        .contains("[redacted]");

    String hostile = document().replace("1 finding.", secret);
    RunDocument.read("run.json", hostile).addTo(there.journal());
    assertThat(RunDocument.read("run.json", hostile).addTo(there.journal())).isFalse();
    assertThat(there.journal().find(ended().id()).orElseThrow().state().steps().get(0).summary())
        .isEqualTo("[redacted]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          \"document\" : \"kirolinter-run\"   | \"document\" : \"other\"      | it is another kind of document
          \"version\" : 1,                    | \"version\" : 2,              | it was written by a newer release, in version 2
          \"version\" : 1,                    | \"version\" : 0,              | its version is '0'
          \"version\" : 1,                    | \"version\" : \"1\",          | 'version' is no Integer
          \"version\" : 1,                    | \"version\" : 1, \"version\" : 1, | Duplicate field 'version'
          \"template\" : \"quick_fix\"        | \"template\" : 7              | 'run.plan.template' is no String
          \"templateVersion\" : 1             | \"templateVersion\" : \"1\"   | 'run.plan.templateVersion' is no int
          \"templateVersion\" : 1             | \"templateVersion\" : 1.5     | 'run.plan.templateVersion' is no int
          \"mode\" : \"autonomous\"           | \"mode\" : \"dreaming\"       | 'run.plan.mode' is no RunMode
          \"mode\" : \"autonomous\"           | \"mode\" : null               | 'run.plan' is wrong: mode
          \"20261122-181530-000001\"          | \"../../etc/passwd\"          | run id must look like
          \"status\" : \"succeeded\"          | \"status\" : \"running\"      | a run has an end exactly if it is over
          \"createdAt\" : \"2026-11-22T18:15:31Z\" | \"createdAt\" : \"soon\" | 'run.plan.createdAt' is no Instant
          \"summary\" : \"1 finding.\"        | \"summary\" : \"a\\u001b[2Jb\" | 'run.state.steps[0].summary' has a control character
          \"summary\" : \"1 finding.\"        | \"summary\" : [1]             | 'run.state.steps[0].summary' is no String
          \"step\" : \"analyze\"              | \"step\" : \"destroy\"        | 'artifacts[0]' has a step 'destroy'
          \"type\" : \"own-type\"             | \"type\" : \"Own Type\"       | 'artifacts[0].type' is no name of a type
          \"type\" : \"own-type\"             | \"type\" : \"review\"         | content.findings[0]
          \"content\"                         | \"contents\"                  | there is no 'artifacts[0].content'
          \"artifacts\" : [                   | \"artifacts\" : 1, \"x\" : [  | 'artifacts' is no list
          \"artifacts\" : [                   | \"artifacts\" : [ 5,          | there is no 'artifacts[0].step'
          """)
  void whatIsWrongIsNamed(String sound, String wrong, String found) {
    String document = document();
    assertThat(document).contains(sound);

    assertThatThrownBy(() -> RunDocument.read("run.json", document.replace(sound, wrong)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("Cannot read run 'run.json': ")
        .hasMessageContaining(found)
        .hasMessageContaining("Nothing was changed");
  }

  @Test
  void stepsThatAreThereTwiceAreRefused() {
    Run run = ended();
    RunState twice =
        new RunState(
            run.state().status(),
            List.of(run.state().steps().get(0), run.state().steps().get(0)),
            run.state().endedAt(),
            0);
    String document = new RunDocument(run.withState(twice), List.of()).json();
    String artifacts = new RunDocument(run, List.of(REVIEW, REVIEW)).json();

    assertThatThrownBy(() -> RunDocument.read("run.json", document))
        .hasMessageContaining("'run.state.steps' has 'analyze' twice");
    assertThatThrownBy(() -> RunDocument.read("run.json", artifacts))
        .hasMessageContaining("'artifacts' has 'own-type' twice");
  }

  @Test
  void stepsThatNobodyPlannedAreRefused() {
    StepRecord stray = StepRecord.started("stray", START);
    Run run = ended().withState(RunState.queued().withStep(stray).ended(RunStatus.FAILED, START));

    assertThatThrownBy(() -> RunDocument.read("run.json", new RunDocument(run, List.of()).json()))
        .hasMessageContaining("'run.state.steps' has a step 'stray'");
  }

  @Test
  void answersAboutStepsThatNobodyPlannedAreRefused() {
    RunAnswer stray =
        new RunAnswer("stray", "yes", Optional.empty(), START, "Ada", Optional.empty());
    RunState said = RunState.queued().withDialogue(Dialogue.none().answered(stray));
    Run run = ended().withState(said.ended(RunStatus.FAILED, START));

    assertThatThrownBy(() -> RunDocument.read("run.json", new RunDocument(run, List.of()).json()))
        .hasMessageContaining("'run.state.dialogue.answers' has a step 'stray'");
  }

  @Test
  void whatIsNoDocumentAtAllIsRefused() {
    for (String text :
        List.of("", "{", "[]", "null", "7", "{} {}", "\"text\"", "\u0000", "%PDF-1.4")) {
      assertThatThrownBy(() -> RunDocument.read("run.json", text))
          .as(text)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageStartingWith("Cannot read run 'run.json': it is ");
    }
  }

  @Test
  void hugeAndDeepDocumentsAreRefusedInTime() {
    String deep = "[".repeat(200_000) + "]".repeat(200_000);
    String hidden = document().replace("\"findings\"", "\"x\" : " + deep + ", \"findings\"");

    for (String text : List.of(deep, "{\"a\":".repeat(200_000), hidden)) {
      assertThatThrownBy(() -> RunDocument.read("run.json", text))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("too deep");
    }
    assertThatThrownBy(() -> RunDocument.read("run.json", " ".repeat(ForeignJson.LARGEST + 1)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("too large");
    assertThatThrownBy(
            () -> RunDocument.read("run.json", "{\"version\":" + "9".repeat(100_000) + "}"))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void whateverIsBrokenIsRefusedOrImportedAndNeverAnotherError() {
    String document = document();
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 500; i++) {
      StringBuilder broken = new StringBuilder(document);
      for (int j = random.nextInt(1, 4); j > 0; j--) {
        int at = random.nextInt(broken.length());
        broken.setCharAt(at, "{}[]\",:019aZ\u0000 -.e\\n".charAt(random.nextInt(19)));
      }
      assertThatCode(() -> refusedOrRead(broken.toString()))
          .as(broken.toString())
          .doesNotThrowAnyException();
    }
  }

  private static void refusedOrRead(String text) {
    try {
      RunDocument.read("run.json", text).json();
    } catch (InvalidRequestException e) {
      assertThat(e).hasMessageStartingWith("Cannot read run 'run.json': ");
    }
  }

  @Test
  void fieldsOfANewerReleaseArePassedOver() {
    String newer = document().replace("\"version\" : 1,", "\"version\" : 1, \"weather\" : [1],");

    assertThat(RunDocument.read("run.json", newer).run()).isEqualTo(ended());
  }

  private static String document() {
    return new RunDocument(ended(), List.of(REVIEW)).json();
  }

  private static Run ended() {
    Run like = SampleRuns.run(1, new RepositoryId("github.com/acme/shop"), Effect.CHANGES);
    RunPlan plan = like.plan();
    StepRecord analyze =
        StepRecord.started("analyze", START)
            .ended(StepOutcome.SUCCEEDED, START.plusSeconds(2), "1 finding.", Optional.of("once"));
    return new Run(
        like.id(),
        new RunPlan(
            plan.template(),
            plan.templateVersion(),
            plan.steps(),
            plan.scope(),
            plan.repository(),
            plan.location(),
            Optional.of(CommitId.of("0123456789abcdef0123456789abcdef01234567")),
            plan.mode(),
            plan.options(),
            plan.effect(),
            plan.createdAt()),
        RunState.queued().withStep(analyze).ended(RunStatus.SUCCEEDED, START.plusSeconds(4)));
  }
}
