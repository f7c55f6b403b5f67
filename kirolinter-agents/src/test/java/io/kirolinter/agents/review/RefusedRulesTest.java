package io.kirolinter.agents.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.core.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedRulesTest {

  private static final RepositoryId HERE = new RepositoryId("example.com/here");
  private static final RepositoryId THERE = new RepositoryId("example.com/there");
  private static final RuleId X = RuleId.of("rule-x");
  private static final RuleId Y = RuleId.of("rule-y");

  @TempDir Path temp;
  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
  private Stores stores;
  private PatternMemory memory;

  @BeforeEach
  void openStores() {
    stores = EmbeddedStores.open(temp, clock);
    memory = stores.memory();
  }

  @AfterEach
  void closeStores() {
    stores.close();
  }

  @Test
  void remembersTheRulesOfOneRepository() {
    RefusedRules.refuse(memory, HERE, Set.of(X, Y), clock.instant());

    assertThat(RefusedRules.of(memory, HERE)).containsExactlyInAnyOrder(X, Y);
    assertThat(RefusedRules.of(memory, THERE)).isEmpty();
  }

  @Test
  void letsTheLastWordCount() {
    RefusedRules.refuse(memory, HERE, Set.of(X, Y), clock.instant());
    clock.advance(Duration.ofSeconds(1));
    RefusedRules.allow(memory, HERE, Set.of(X), clock.instant());
    assertThat(RefusedRules.of(memory, HERE)).containsExactly(Y);

    clock.advance(Duration.ofSeconds(1));
    RefusedRules.refuse(memory, HERE, Set.of(X), clock.instant());
    assertThat(RefusedRules.of(memory, HERE)).containsExactlyInAnyOrder(X, Y);
  }

  @Test
  void isNotForgottenWithWhatIsOldOnceRenewed() {
    RefusedRules.refuse(memory, HERE, Set.of(X), clock.instant());
    clock.advance(Duration.ofDays(1000));

    RefusedRules.renew(memory, HERE, clock.instant());
    memory.forgetBefore(HERE, clock.instant().minus(Duration.ofDays(1)));

    assertThat(RefusedRules.of(memory, HERE)).containsExactly(X);
  }

  @Test
  void letsARuleThatIsNamedPass() {
    RefusedRules.refuse(memory, HERE, Set.of(X, Y), clock.instant());

    Quarantine none =
        Quarantine.of(
            memory,
            HERE,
            Repositories.settingsOf(Repositories.open(temp)),
            "rules",
            Optional.empty());
    assertThat(HeldFixes.of(memory, HERE, Set.of(), none).refused())
        .containsExactlyInAnyOrder(X, Y);
    assertThat(HeldFixes.of(memory, HERE, Set.of(X), none).refused()).containsExactly(Y);
  }
}
