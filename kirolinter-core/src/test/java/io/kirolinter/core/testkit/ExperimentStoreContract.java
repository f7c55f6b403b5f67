package io.kirolinter.core.testkit;

import static io.kirolinter.core.experiment.ExperimentStatus.CANCELLED;
import static io.kirolinter.core.experiment.ExperimentStatus.ENDED;
import static io.kirolinter.core.experiment.ExperimentStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kirolinter.core.experiment.ExperimentQuery;
import io.kirolinter.core.experiment.ExperimentStore;
import io.kirolinter.core.experiment.StoredExperiment;
import io.kirolinter.core.repository.RepositoryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ExperimentStore} promises. */
public abstract class ExperimentStoreContract extends StoreContract {

  private static final RepositoryId SHOP = new RepositoryId("github.com/acme/shop");
  private static final RepositoryId BANK = new RepositoryId("path:/home/ann/bank %_'\"");

  private ExperimentStore store;
  private ExperimentStore other;

  @BeforeEach
  final void openTwice() {
    store = opening().experiments();
    other = opening().experiments();
  }

  @Test
  void anotherOpeningSeesTheWholePlan() {
    assertThat(store.create(planned(1, SHOP))).isTrue();

    assertThat(other.find("ab-1")).contains(planned(1, SHOP));
    assertThat(other.results("ab-1")).isEmpty();
    assertThat(other.find("ab-2")).isEmpty();
    assertThat(other.results("ab-2")).isEmpty();
  }

  @Test
  void aPlanIsWrittenDownOnce() {
    store.create(planned(1, SHOP));

    assertThat(other.create(planned(1, SHOP))).isTrue();
    assertThat(other.create(planned(1, BANK))).isFalse();

    assertThat(store.find("ab-1")).contains(planned(1, SHOP));
    store.append("ab-1", 1, "{}");
    assertThat(other.create(planned(1, SHOP))).isFalse();
    assertThat(store.results("ab-1")).containsExactly("{}");
  }

  @Test
  void anExperimentBeginsWithoutResultsAndRunning() {
    StoredExperiment plan = planned(1, SHOP);

    assertThatIllegalArgumentException().isThrownBy(() -> store.create(withResults(plan, 1)));
    assertThatIllegalArgumentException().isThrownBy(() -> store.create(ended(plan, 0)));

    assertThat(store.find("ab-1")).isEmpty();
  }

  @Test
  void resultsStandInTheirOrderWithEveryCharacter() {
    store.create(planned(1, SHOP));
    List<String> results = new ArrayList<>();
    for (int number = 1; number <= 12; number++) {
      String json = "{\"pair\":%d,\"what\":\"Ä \\u0000 数据 %%_'\"}".formatted(number);
      assertThat((number % 2 == 0 ? store : other).append("ab-1", number, json)).isTrue();
      results.add(json);
    }

    assertThat(other.results("ab-1")).isEqualTo(results);
    assertThat(store.find("ab-1")).contains(withResults(planned(1, SHOP), 12));
  }

  @Test
  void aResultThatIsAppendedAgainChangesNothing() {
    store.create(planned(1, SHOP));
    store.append("ab-1", 1, "1");
    store.append("ab-1", 2, "2");

    assertThat(other.append("ab-1", 1, "1")).isTrue();
    assertThat(other.append("ab-1", 2, "2")).isTrue();

    assertThat(store.results("ab-1")).containsExactly("1", "2");
  }

  @Test
  void aResultIsNeverReplaced() {
    store.create(planned(1, SHOP));
    store.append("ab-1", 1, "1");

    assertThat(other.append("ab-1", 1, "another")).isFalse();

    assertThat(store.results("ab-1")).containsExactly("1");
  }

  @Test
  void noResultIsLeftOut() {
    store.create(planned(1, SHOP));

    assertThat(store.append("ab-1", 2, "2")).isFalse();
    assertThat(store.append("ab-1", 0, "0")).isFalse();
    assertThat(store.append("ab-1", -1, "-1")).isFalse();
    assertThat(store.append("ab-2", 1, "1")).isFalse();

    assertThat(other.results("ab-1")).isEmpty();
    assertThat(other.results("ab-2")).isEmpty();
  }

  @Test
  void ofManyAtOnceOneAppendsAResult() throws Exception {
    store.create(planned(1, SHOP));
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ExperimentStore asked = i % 2 == 0 ? store : other;
      String json = "\"from " + i + "\"";
      calls.add(() -> asked.append("ab-1", 1, json));
    }

    List<Boolean> won = together(calls);

    assertThat(won).filteredOn(each -> each).hasSize(1);
    assertThat(other.results("ab-1")).containsExactly("\"from " + won.indexOf(true) + "\"");
  }

  @Test
  void whatIsOverNeverChanges() {
    StoredExperiment plan = planned(1, SHOP);
    store.create(plan);
    store.append("ab-1", 1, "1");

    assertThat(other.end("ab-1", 1, ENDED, clock.instant())).isTrue();

    assertThat(store.find("ab-1")).contains(ended(plan, 1));
    assertThat(store.append("ab-1", 2, "2")).isFalse();
    assertThat(store.append("ab-1", 1, "1")).isTrue();
    assertThat(store.end("ab-1", 1, CANCELLED, clock.instant())).isFalse();
    assertThat(store.create(plan)).isFalse();
    assertThat(store.find("ab-1")).contains(ended(plan, 1));
  }

  @Test
  void anExperimentEndsOnlyWithTheResultsThatWereSeen() {
    store.create(planned(1, SHOP));
    store.append("ab-1", 1, "1");

    assertThat(other.end("ab-1", 0, ENDED, clock.instant())).isFalse();
    assertThat(other.end("ab-1", 2, ENDED, clock.instant())).isFalse();
    assertThat(other.end("ab-2", 0, ENDED, clock.instant())).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.end("ab-1", 1, RUNNING, clock.instant()));

    assertThat(store.append("ab-1", 2, "2")).isTrue();
  }

  @Test
  void theNewestExperimentIsInFront() {
    StoredExperiment twin =
        StoredExperiment.planned("ab-0", SHOP, "ab-test", 1, "{}", planned(2, SHOP).createdAt());
    for (StoredExperiment plan :
        List.of(planned(2, SHOP), planned(3, BANK), twin, planned(1, SHOP))) {
      store.create(plan);
    }
    store.append("ab-1", 1, "1");

    assertThat(ids(ExperimentQuery.newest(10))).containsExactly("ab-3", "ab-2", "ab-0", "ab-1");
    assertThat(ids(ExperimentQuery.newest(2))).containsExactly("ab-3", "ab-2");
    assertThat(ids(ExperimentQuery.newest(2).of(SHOP))).containsExactly("ab-2", "ab-0");
    assertThat(ids(ExperimentQuery.newest(10).of(new RepositoryId("none")))).isEmpty();
    assertThat(other.list(ExperimentQuery.newest(10).of(SHOP)))
        .contains(withResults(planned(1, SHOP), 1));
  }

  @Test
  void experimentsAreFoundByTheirStatus() {
    for (int number = 1; number <= 3; number++) {
      store.create(planned(number, SHOP));
    }
    store.end("ab-1", 0, ENDED, clock.instant());
    store.end("ab-2", 0, CANCELLED, clock.instant());

    assertThat(ids(ExperimentQuery.over())).containsExactly("ab-2", "ab-1");
    assertThat(ids(new ExperimentQuery(Optional.of(SHOP), Set.of(RUNNING), 9)))
        .containsExactly("ab-3");
  }

  @Test
  void anExperimentIsDeletedWithItsResults() {
    store.create(planned(1, SHOP));
    store.create(planned(2, SHOP));
    store.append("ab-1", 1, "1");
    store.append("ab-2", 1, "1");

    assertThat(other.delete("ab-1")).isTrue();
    assertThat(store.delete("ab-1")).isFalse();

    assertThat(store.find("ab-1")).isEmpty();
    assertThat(store.results("ab-1")).isEmpty();
    assertThat(ids(ExperimentQuery.newest(9).of(SHOP))).containsExactly("ab-2");
    assertThat(store.results("ab-2")).containsExactly("1");
    assertThat(store.create(planned(1, SHOP))).isTrue();
  }

  @Test
  void secretsAreMaskedWhereverTheyStand() {
    String secret = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
    String json = "{\"a\":[{\"note\":\"with %s\"}],\"n\":1}".formatted(secret);
    StoredExperiment plan = planned(1, SHOP).withPlan(json);

    assertThat(store.create(plan)).isTrue();
    assertThat(store.create(plan)).isTrue();
    assertThat(store.append("ab-1", 1, json)).isTrue();
    assertThat(store.append("ab-1", 1, json)).isTrue();

    String masked = json.replace(secret, "[redacted]");
    assertThat(other.find("ab-1").orElseThrow().plan()).isEqualTo(masked);
    assertThat(other.results("ab-1")).containsExactly(masked);
  }

  private List<String> ids(ExperimentQuery query) {
    return other.list(query).stream().map(StoredExperiment::id).toList();
  }

  private StoredExperiment planned(int number, RepositoryId repository) {
    return StoredExperiment.planned(
        "ab-" + number,
        repository,
        "ab-test",
        3,
        "{\"templates\":[\"quick_fix\",\"Ä 数据\"]}",
        clock.instant().plusSeconds(number).plusNanos(7));
  }

  private static StoredExperiment withResults(StoredExperiment plan, int results) {
    return new StoredExperiment(
        plan.id(),
        plan.repository(),
        plan.kind(),
        plan.version(),
        plan.plan(),
        plan.createdAt(),
        plan.status(),
        plan.endedAt(),
        results);
  }

  private StoredExperiment ended(StoredExperiment plan, int results) {
    return new StoredExperiment(
        plan.id(),
        plan.repository(),
        plan.kind(),
        plan.version(),
        plan.plan(),
        plan.createdAt(),
        ENDED,
        Optional.of(clock.instant()),
        results);
  }
}
