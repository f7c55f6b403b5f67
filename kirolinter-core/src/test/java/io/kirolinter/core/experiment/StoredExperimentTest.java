package io.kirolinter.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kirolinter.core.repository.RepositoryId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredExperimentTest {

  private static final RepositoryId SHOP = new RepositoryId("github.com/acme/shop");

  @ParameterizedTest
  @ValueSource(strings = {"", "Ab-1", "ab/1", "a b", "../x", "a{b}"})
  void anIdCanBePartOfAKeyAndOfAPath(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> planned(id, "ab-test", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> planned("a".repeat(65), "ab-test", 1));
  }

  @Test
  void kindAndVersionSayHowToReadTheRest() {
    assertThat(planned("ab-1", "ab-test", 3).version()).isEqualTo(3);
    assertThatIllegalArgumentException().isThrownBy(() -> planned("ab-1", "AB test", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> planned("ab-1", "ab-test", 0));
  }

  @Test
  void anExperimentHasAnEndExactlyIfItIsOver() {
    for (ExperimentStatus status : ExperimentStatus.values()) {
      Optional<Instant> wrong = status.isFinal() ? Optional.empty() : Optional.of(Instant.EPOCH);
      assertThatIllegalArgumentException().isThrownBy(() -> with(status, wrong, 0));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(ExperimentStatus.RUNNING, Optional.empty(), -1));
  }

  @Test
  void statusesHaveNamesForPeople() {
    assertThat(ExperimentStatus.CANCELLED.label()).isEqualTo("cancelled");
  }

  @Test
  void aQueryWantsAtLeastOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> ExperimentQuery.newest(0));
  }

  private static StoredExperiment planned(String id, String kind, int version) {
    return StoredExperiment.planned(id, SHOP, kind, version, "{}", Instant.EPOCH);
  }

  private static StoredExperiment with(
      ExperimentStatus status, Optional<Instant> end, int results) {
    return new StoredExperiment(
        "ab-1", SHOP, "ab-test", 1, "{}", Instant.EPOCH, status, end, results);
  }
}
