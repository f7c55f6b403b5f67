package io.kirolinter.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.agents.standard.StandardAgents;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.step.Agent;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunRequest;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.Templates;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtensionExampleTest {

  @TempDir Path folder;

  @Test
  void aStepFoundByTheServiceLoaderRunsInACustomTemplate() throws Exception {
    Path checkout = Checkouts.withUnusedImport(folder.resolve("checkout"));
    List<Agent> agents =
        Stream.concat(
                StandardAgents.withDefaults().stream(),
                Coordinator.agentsFromServiceLoader().stream())
            .toList();
    Template template =
        Template.of(
            "todo_report",
            "Counts promises.",
            List.of("analyze", "count-todos"),
            descriptions(agents));

    try (Stores stores = EmbeddedStores.open(folder.resolve("data"), InstantSource.system());
        Coordinator coordinator = coordinator(stores, agents, template)) {
      Run run =
          coordinator.run("todo_report", Repositories.open(checkout), RunRequest.autonomous());

      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(coordinator.artifact(run.id(), TodoCountAgent.TODO_COUNT))
          .contains(new TodoCount(1));
    }
  }

  private Coordinator coordinator(Stores stores, List<Agent> agents, Template template) {
    return Coordinator.builder()
        .agents(agents)
        .stores(stores)
        .templates(Templates.builtIn().with(template))
        .clock(InstantSource.system())
        .random(new Random(1))
        .folder(folder.resolve("runs"))
        .build();
  }

  private static List<StepDescription> descriptions(List<Agent> agents) {
    return agents.stream().flatMap(agent -> agent.steps().stream()).map(Step::description).toList();
  }
}
