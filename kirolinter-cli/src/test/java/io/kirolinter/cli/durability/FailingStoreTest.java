package io.kirolinter.cli.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.standard.StandardAgents;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.durability.FailingStores.Trouble;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.core.testkit.SettableClock;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Full reviews with the real agents on stores that fail at each of their writes. */
class FailingStoreTest {

  /** What a run leaves behind, whatever happened to it on the way. */
  private record Effects(List<String> commits, int branches, List<String> observed) {}

  private static final List<String> KINDS = List.of("review", "fix-rule", "finding-rule");

  @TempDir Path folder;

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void afterTroubleAtAnyWriteTheRunEndsWithEachEffectOnce(Trouble trouble) throws Exception {
    TestRepository original = original();
    Effects expected = effects(original, folder.resolve("undisturbed"), Optional.empty());
    assertThat(expected.commits()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(expected.branches()).isEqualTo(1);
    assertThat(expected.observed()).isNotEmpty();

    int at = 0;
    FailingStores.Plan plan;
    do {
      plan = new FailingStores.Plan(trouble, ++at);
      assertThat(effects(original, folder.resolve("at-" + at), Optional.of(plan)))
          .as("%s at write %d", trouble, at)
          .isEqualTo(expected);
    } while (plan.cameTrue());
    assertThat(at).as("writes of a full review").isGreaterThan(7);
  }

  private Effects effects(TestRepository original, Path place, Optional<FailingStores.Plan> plan)
      throws Exception {
    TestRepository copy = original.cloneTo(place.resolve("copy"));
    Repository repository = copy.open();
    try (Stores stores = EmbeddedStores.open(place.resolve("data"), clock)) {
      plan.ifPresent(known -> runInTrouble(known, stores, place, repository));
      clock.advance(Duration.ofSeconds(7));
      endedRun(stores, place, repository);
      return effectsIn(copy, stores);
    }
  }

  private void runInTrouble(
      FailingStores.Plan plan, Stores stores, Path place, Repository repository) {
    try (Coordinator coordinator = coordinator(plan.on(stores), place, "in trouble")) {
      coordinator.run("full_review", repository, RunRequest.autonomous());
    } catch (StoreException e) {
      assertThat(e).hasMessageContaining("it is gone");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void endedRun(Stores stores, Path place, Repository repository) throws Exception {
    try (Coordinator coordinator = coordinator(stores, place, "in good times")) {
      List<Run> left = coordinator.history(9);
      Run run =
          left.isEmpty()
              ? coordinator.run("full_review", repository, RunRequest.autonomous())
              : ended(left.get(0), coordinator, repository);
      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(coordinator.history(9)).containsExactly(run);
    }
  }

  private static Run ended(Run left, Coordinator coordinator, Repository repository)
      throws Exception {
    return left.state().status().isFinal()
        ? left
        : coordinator.resume(left.id(), repository).await();
  }

  private Effects effectsIn(TestRepository copy, Stores stores) {
    List<String> commits =
        copy.git("log", "--format=%s %T", "--branches=kirolinter/*", "--not", "HEAD")
            .lines()
            .toList();
    int branches = (int) copy.git("branch", "--list", "kirolinter/*").lines().count();
    List<String> observed = new ArrayList<>();
    for (String kind : KINDS) {
      stores.memory().observations(copy.open().id(), kind, 999).stream()
          .map(seen -> kind + " " + seen.subject() + " " + seen.weight())
          .sorted()
          .forEach(observed::add);
    }
    return new Effects(commits, branches, observed);
  }

  private Coordinator coordinator(Stores stores, Path place, String owner) {
    return Coordinator.builder()
        .agents(StandardAgents.withDefaults())
        .stores(stores)
        .clock(clock)
        .random(new SplittableRandom(7))
        .folder(place.resolve("runs"))
        .owner(owner)
        .pause(clock::advance)
        .build();
  }

  private TestRepository original() {
    TestRepository repository = TestRepository.init(folder.resolve("original"));
    for (String name : List.of("One", "Two", "Three")) {
      repository.write(
          "src/main/java/a/" + name + ".java",
          """
          package a;

          import java.util.List;

          class %s {
            final static long LIMIT = 10l;

            public String toString() {
              return "x";
            }
          }
          """
              .formatted(name));
    }
    repository.commit("Begin");
    return repository;
  }
}
