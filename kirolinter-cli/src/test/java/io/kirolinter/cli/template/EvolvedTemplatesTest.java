package io.kirolinter.cli.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.agents.standard.StandardAgents;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.analytics.evolution.Evolution;
import io.kirolinter.analytics.evolution.Lineage;
import io.kirolinter.analytics.evolution.TemplateVersion;
import io.kirolinter.cli.testkit.SampleCode;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunRequest;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.Templates;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The template auto")
class EvolvedTemplatesTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T18:15:30Z"));

  @TempDir Path temp;
  private final SplittableRandom random = new SplittableRandom(5);
  private Repository repository;
  private Stores stores;
  private Evolution evolution;

  @BeforeEach
  void begin() {
    TestRepository made = SampleCode.repository(temp.resolve("repository"));
    repository = Repositories.open(made.folder());
    stores = EmbeddedStores.open(temp.resolve("home"), CLOCK);
    evolution = Evolution.of(stores.experiments(), repository.id(), "quick_fix", CLOCK);
    Template base = Templates.builtIn().get("quick_fix");
    evolution.begin(version(base, TemplateVersion.BASE), 1, "1");
    evolution.challenge(List.of(version(Templates.builtIn().get("full_review"), "a guess")));
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void isTheChampionAndEachVersionHasItsName() {
    Templates templates = source().of(repository);
    Lineage lineage = evolution.lineage().orElseThrow();
    assertThat(templates.get("auto").version())
        .isEqualTo(lineage.version(lineage.champion()).number());
    for (TemplateVersion version : lineage.versions()) {
      assertThat(templates.get(version.name()).steps()).isEqualTo(version.steps());
    }
    assertThat(lineage.pending()).isEmpty();
  }

  @Test
  void isTheVersionThatWasDrawnOnceItIsSwitchedOnInTheBackground() throws InterruptedException {
    evolution.inBackground(true);
    runInBackground();
    Lineage first = evolution.lineage().orElseThrow();
    assertThat(first.runs()).isEqualTo(1);
    String drawn = first.pending().orElseThrow().version();
    assertThat(first.tally(drawn).runs()).isZero();

    // The next run is planned, and finds in the journal how this one came out.
    runInBackground();

    Lineage second = evolution.lineage().orElseThrow();
    assertThat(second.tally(drawn).runs()).isEqualTo(1);
    assertThat(second.tally(drawn).useful()).isEqualTo(1);
    assertThat(second.runs()).isEqualTo(2);
  }

  private void runInBackground() throws InterruptedException {
    try (Coordinator coordinator =
        Coordinator.builder()
            .agents(StandardAgents.withDefaults())
            .stores(stores)
            .moreTemplates(source())
            .clock(CLOCK)
            .random(random)
            .folder(temp.resolve("runs"))
            .build()) {
      RunOptions options = RunOptions.applyingTo(ApplyTarget.BRANCH);
      Run run = coordinator.run("auto", repository, RunRequest.background().withOptions(options));
      assertThat(run.plan().template()).isEqualTo("auto");
    }
  }

  private EvolvedTemplates source() {
    return new EvolvedTemplates(any -> Templates.builtIn(), stores, CLOCK);
  }

  private static TemplateVersion version(Template template, String origin) {
    return new TemplateVersion("quick_fix", template.steps(), template.scope(), origin);
  }
}
