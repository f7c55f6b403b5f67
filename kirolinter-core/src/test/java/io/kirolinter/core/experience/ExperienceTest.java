package io.kirolinter.core.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kirolinter.core.experience.Experience.Sharing;
import io.kirolinter.core.experience.Practice.Advice;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.core.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperienceTest {

  private static final RepositoryId SHOP = new RepositoryId("github.com/acme/shop");
  private static final RepositoryId BANK = new RepositoryId("github.com/acme/bank");
  private static final RuleId RULE = RuleId.of("unused-import");
  private static final RuleId OTHER = RuleId.of("modifier-order");
  private static final CommitId COMMIT = CommitId.of("1".repeat(40));

  @TempDir Path home;

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
  private Stores stores;
  private PatternMemory memory;
  private Experience experience;
  private int runs;

  @BeforeEach
  void open() {
    stores = EmbeddedStores.open(home, clock);
    memory = stores.memory();
    experience = Experience.of(memory, SHOP);
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void keepsAFixWithAllThatIsKnownOfItAndItsFate() {
    FixTrace fix = trace(RULE, 1, 7);
    FixFates fates = FixFates.of(memory, SHOP);
    fates.proposed(fix.run(), fix.branch(), List.of(fix));
    fates.proposed(fix.run(), fix.branch(), List.of(fix));
    assertThat(fates.all()).containsExactly(FixFate.open(fix));

    clock.advance(Duration.ofDays(3));
    fates.changed(FixFate.open(fix), Fate.MERGED, "it came", Optional.of(COMMIT), clock.instant());

    assertThat(fates.all())
        .containsExactly(
            new FixFate(fix, Fate.MERGED, "it came", Optional.of(COMMIT), clock.instant(), 1));
  }

  @Test
  void writesAFateOnceWhenItChanges() {
    decided(RULE, Fate.MERGED);
    FixFates fates = FixFates.of(memory, SHOP);
    FixFate merged = fates.all().get(0);
    clock.advance(Duration.ofDays(1));

    fates.changed(merged, Fate.MERGED, "again", Optional.empty(), clock.instant());
    assertThat(fates.all()).containsExactly(merged);

    fates.changed(merged, Fate.REVERTED, "no more", Optional.empty(), clock.instant());
    fates.changed(
        merged, Fate.CLOSED, "seen by another process", Optional.empty(), clock.instant());
    assertThat(fates.all().get(0).fate()).isEqualTo(Fate.REVERTED);
    assertThat(fates.all().get(0).changes()).isEqualTo(2);
  }

  @Test
  void fixesOfOneProposalAreOneDecision() {
    decided(RULE, Fate.CLOSED, Fate.CLOSED, Fate.CLOSED, Fate.MERGED);
    decided(RULE, Fate.MERGED, Fate.OPEN);
    decided(RULE, Fate.OPEN);

    RuleRecord record = record(RULE);

    assertThat(record.decisions()).isEqualTo(2);
    assertThat(record.notUseful()).isCloseTo(0.75, within(1e-9));
    assertThat(record.accepted()).isCloseTo(0.625, within(1e-9));
    assertThat(record.acceptance()).isEqualTo(ShareInterval.of(1.25, 2));
    assertThat(record.fates()).isEqualTo(Map.of(Fate.CLOSED, 3, Fate.MERGED, 2, Fate.OPEN, 2));
  }

  @Test
  void whatIsOpenOrOvertakenOrWithdrawnIsNoFailure() {
    for (Fate fate : List.of(Fate.OPEN, Fate.OVERTAKEN, Fate.WITHDRAWN)) {
      for (int i = 0; i < 5; i++) {
        decided(RULE, fate);
      }
    }

    assertThat(record(RULE).decisions()).isZero();
    assertThat(reconsidered()).isEmpty();
    assertThat(experience.refused()).isEmpty();
  }

  @Test
  void aRuleIsDemotedOnlyWithEvidence() {
    decided(RULE, Fate.CLOSED);
    decided(RULE, Fate.REVERTED);
    assertThat(reconsidered()).isEmpty();

    decided(RULE, Fate.MERGED);

    assertThat(reconsidered())
        .containsExactly(
            "fixes of unused-import are but suggestions from now on: 2.0 of 3 decisions were"
                + " against it, at most 10 % may be");
    assertThat(experience.demotions())
        .containsExactly(
            new Demotion(
                RULE, clock.instant(), "2.0 of 3 decisions were against it, at most 10 % may be"));
    assertThat(reconsidered()).isEmpty();
  }

  @Test
  void oneRefusalAmongSomeDoesNotDemote() {
    decided(RULE, Fate.SUPPRESSED);
    decided(RULE, Fate.MERGED);
    decided(RULE, Fate.MERGED_WITH_CHANGES);
    decided(OTHER, Fate.UNDONE);

    assertThat(reconsidered()).isEmpty();
    assertThat(experience.demotions()).isEmpty();
  }

  @Test
  void aDemotedRuleComesBackWhenPeopleDoByHandWhatItSuggests() {
    demote();
    clock.advance(Duration.ofDays(1));
    for (int i = 0; i < 8; i++) {
      byHand(i, Advice.FOLLOWED);
      byHand(100 + i, Advice.OWN_WAY);
    }
    assertThat(reconsidered()).isEmpty();

    byHand(8, Advice.FOLLOWED);

    assertThat(reconsidered())
        .containsExactly(
            "fixes of unused-import are proposed again: people did by hand what it suggests, in 9"
                + " commits");
    assertThat(experience.demotions()).isEmpty();
  }

  @Test
  void aRuleDoesNotGoToAndFroOnTheSameEvidence() {
    demote();
    clock.advance(Duration.ofDays(1));
    for (int i = 0; i < 9; i++) {
      byHand(i, Advice.FOLLOWED);
    }
    reconsidered();

    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofDays(1));
      assertThat(reconsidered()).isEmpty();
    }
    decided(RULE, Fate.CLOSED);
    decided(RULE, Fate.CLOSED);
    assertThat(reconsidered()).isEmpty();
    decided(RULE, Fate.MERGED);
    assertThat(reconsidered()).hasSize(1);
    assertThat(experience.demotions()).hasSize(1);
  }

  @Test
  void whatWasDoneByHandBeforeTheDemotionIsNoNewEvidence() {
    for (int i = 0; i < 20; i++) {
      byHand(i, Advice.FOLLOWED);
    }
    demote();

    assertThat(reconsidered()).isEmpty();
    assertThat(experience.demotions()).hasSize(1);
  }

  @Test
  void decisionsCountForAYearAndRefusalsForEver() {
    demote();
    clock.advance(Duration.ofDays(366));
    memory.forgetBefore(SHOP, clock.instant());

    assertThat(reconsidered())
        .containsExactly(
            "fixes of unused-import are proposed again: the decisions against it are gone");
    assertThat(experience.refused()).hasSize(2);
  }

  @Test
  void likedRulesComeFirstAndDoubtfulOnesLast() {
    for (int i = 0; i < 4; i++) {
      decided(RULE, Fate.MERGED);
    }
    decided(OTHER, Fate.CLOSED);
    decided(OTHER, Fate.MERGED);
    decided(RuleId.of("empty-block"), Fate.MERGED);

    assertThat(experience.order(clock.instant())).isEqualTo(Map.of(RULE, -1, OTHER, 1));
  }

  @Test
  void aRuleIsForgottenWithAllThatWasLearnedOfIt() {
    demote();
    decided(OTHER, Fate.CLOSED);

    assertThat(experience.forget(RULE)).isPositive();

    assertThat(experience.demotions()).isEmpty();
    assertThat(experience.records(clock.instant()))
        .extracting(RuleRecord::rule)
        .containsOnly(OTHER);
    assertThat(experience.refused()).hasSize(1);
  }

  @Test
  void aFixIsForgottenSoThatItMayBeProposedAgain() {
    decided(RULE, Fate.CLOSED, Fate.CLOSED);
    Fingerprint one = FixFates.of(memory, SHOP).all().get(0).trace().fingerprint();

    assertThat(experience.forget(one)).isEqualTo(1);

    assertThat(experience.refused()).hasSize(1).doesNotContain(one);
  }

  @Test
  void allIsForgottenAtOnce() {
    demote();
    byHand(1, Advice.FOLLOWED);
    new Habits(List.of(new Habit("indentation", "tabs", 9, 10)), COMMIT, 1, clock.instant())
        .keep(memory, SHOP);
    memory.observe(SHOP, "x", List.of(new Observation("note", "x", 1, "", clock.instant())));

    assertThat(experience.forgetAll()).isPositive();

    assertThat(experience.records(clock.instant())).isEmpty();
    assertThat(experience.demotions()).isEmpty();
    assertThat(Practices.of(memory, SHOP).all()).isEmpty();
    assertThat(Habits.of(memory, SHOP)).isEmpty();
    assertThat(memory.observations(SHOP, "note", 9)).hasSize(1);
  }

  @Test
  void otherRepositoriesSayNothingUnlessTheUserWantsIt() {
    for (int i = 0; i < 5; i++) {
      decidedIn(BANK, RULE, Fate.CLOSED);
    }
    Experience.of(memory, BANK).reconsider(Sharing.NOTHING, clock.instant());
    decided(RULE, Fate.CLOSED);

    assertThat(experience.reconsider(Sharing.RULE_COUNTS, clock.instant())).isEmpty();
  }

  @Test
  void otherRepositoriesCountAsTwoDecisionsAtMostAndNeverAlone() {
    for (int i = 0; i < 5; i++) {
      decidedIn(BANK, RULE, Fate.CLOSED);
    }
    Experience.of(memory, BANK).reconsider(Sharing.RULE_COUNTS, clock.instant());
    assertThat(experience.reconsider(Sharing.RULE_COUNTS, clock.instant())).isEmpty();

    decided(RULE, Fate.CLOSED);

    assertThat(experience.reconsider(Sharing.RULE_COUNTS, clock.instant()))
        .singleElement()
        .asString()
        .contains("1.0 of 1 decision were against it, and other repositories count as 2.0 more");
  }

  @Test
  void onlyRulesAndCountsAreShared() {
    decided(RULE, Fate.CLOSED, Fate.CLOSED);
    decided(RULE, Fate.MERGED);

    experience.reconsider(Sharing.RULE_COUNTS, clock.instant());
    experience.reconsider(Sharing.RULE_COUNTS, clock.instant());

    assertThat(memory.counter(SharedCounts.ALL, "decisions unused-import")).isEqualTo(2);
    assertThat(memory.counter(SharedCounts.ALL, "not useful unused-import")).isEqualTo(1);
    for (String kind : List.of(FixFates.FIX, FixFates.FATE, Practices.PRACTICE)) {
      assertThat(memory.observations(SharedCounts.ALL, kind, 9)).isEmpty();
    }
  }

  @Test
  void whatWasSharedIsTakenBackWhenItIsForgotten() {
    decided(RULE, Fate.CLOSED);
    decidedIn(BANK, RULE, Fate.MERGED);
    Experience.of(memory, BANK).reconsider(Sharing.RULE_COUNTS, clock.instant());
    experience.reconsider(Sharing.RULE_COUNTS, clock.instant());

    experience.forgetAll();

    assertThat(memory.counter(SharedCounts.ALL, "decisions unused-import")).isEqualTo(1);
    assertThat(memory.counter(SharedCounts.ALL, "not useful unused-import")).isZero();
  }

  @Test
  void practicesOfTheSameShapeSupportEachOther() {
    Practices practices = Practices.of(memory, SHOP);
    byHand(1, Advice.FOLLOWED);
    byHand(2, Advice.FOLLOWED);
    byHand(2, Advice.FOLLOWED);
    practices.add(
        commit(3),
        List.of(
            new Practice(OTHER, "deleted the code", Advice.OWN_WAY, commit(3), clock.instant())));

    assertThat(practices.patterns())
        .containsExactly(
            new Practices.Pattern(RULE, "as suggested", Advice.FOLLOWED, 2, commit(2)),
            new Practices.Pattern(OTHER, "deleted the code", Advice.OWN_WAY, 1, commit(3)));
  }

  @Test
  void remembersUpToWhichCommitItLooked() {
    Practices practices = Practices.of(memory, SHOP);
    assertThat(practices.lookedUpTo()).isEmpty();

    practices.lookedUpTo(commit(1), clock.instant());
    practices.lookedUpTo(commit(2), clock.instant().plusSeconds(1));

    assertThat(practices.lookedUpTo()).contains(commit(2));
  }

  @Test
  void aHabitIsStrongWithSupportAndConfidence() {
    assertThat(new Habit("indentation", "tabs", 95, 100).isStrong()).isTrue();
    assertThat(new Habit("indentation", "tabs", 82, 100).isStrong()).isFalse();
    assertThat(new Habit("indentation", "tabs", 10, 10).isStrong()).isFalse();
    assertThat(new Habit("indentation", "tabs", 95, 100).confidence())
        .isEqualTo(ShareInterval.of(95, 100).low());
    assertThatIllegalArgumentException().isThrownBy(() -> new Habit("indentation", "tabs", 3, 2));
  }

  @Test
  void newHabitsTakeThePlaceOfOldOnes() {
    Habits old =
        new Habits(
            List.of(new Habit("indentation", "tabs", 99, 100)), commit(1), 3, clock.instant());
    old.keep(memory, SHOP);
    clock.advance(Duration.ofDays(8));
    Habits now =
        new Habits(
            List.of(new Habit("indentation", "2 spaces", 9, 9)), commit(2), 3, clock.instant());

    now.keep(memory, SHOP);

    assertThat(Habits.of(memory, SHOP)).contains(now);
    assertThat(old.strong("indentation")).isPresent();
    assertThat(now.strong("indentation")).isEmpty();
    assertThat(memory.observations(SHOP, Habits.HABITS, 9)).hasSize(1);
  }

  @Test
  void passesOverWhatANewerReleaseWrote() {
    decided(RULE, Fate.CLOSED);
    for (String kind : List.of(FixFates.FIX, FixFates.FATE, Practices.PRACTICE, Habits.HABITS)) {
      memory.observe(
          SHOP,
          kind,
          List.of(new Observation(kind, "unused-import", 1, "{\"v\":9}", clock.instant())));
    }

    assertThat(FixFates.of(memory, SHOP).all()).hasSize(1);
    assertThat(Practices.of(memory, SHOP).all()).isEmpty();
    assertThat(Habits.of(memory, SHOP)).isEmpty();
  }

  private void demote() {
    decided(RULE, Fate.CLOSED);
    decided(RULE, Fate.CLOSED);
    decided(RULE, Fate.MERGED);
    assertThat(reconsidered()).hasSize(1);
  }

  private List<String> reconsidered() {
    return experience.reconsider(Sharing.NOTHING, clock.instant());
  }

  private RuleRecord record(RuleId rule) {
    return experience.records(clock.instant()).stream()
        .filter(one -> one.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private void decided(RuleId rule, Fate... together) {
    decidedIn(SHOP, rule, together);
  }

  /** A proposal with a fix for each of these fates. */
  private void decidedIn(RepositoryId repository, RuleId rule, Fate... together) {
    runs++;
    FixFates fates = FixFates.of(memory, repository);
    List<FixTrace> fixes = new ArrayList<>();
    for (int i = 0; i < together.length; i++) {
      fixes.add(trace(rule, runs, i));
    }
    fates.proposed(fixes.get(0).run(), fixes.get(0).branch(), fixes);
    for (int i = 0; i < together.length; i++) {
      fates.changed(
          FixFate.open(fixes.get(i)), together[i], "why", Optional.of(COMMIT), clock.instant());
    }
  }

  private FixTrace trace(RuleId rule, int run, int number) {
    return new FixTrace(
        rule,
        new Fingerprint("%016x".formatted(run * 1000 + number)),
        SourcePath.of("src/A.java"),
        RunId.of("20261122-181530-%06x".formatted(run)),
        Optional.of("kirolinter/x"),
        "0123456789abcdef",
        COMMIT,
        Optional.of(CommitId.of("2".repeat(40))),
        TextMark.of(List.of("x")),
        clock.instant());
  }

  private void byHand(int commit, Advice advice) {
    String shape = advice == Advice.FOLLOWED ? "as suggested" : "deleted the code";
    Instant at = clock.instant();
    Practices.of(memory, SHOP)
        .add(commit(commit), List.of(new Practice(RULE, shape, advice, commit(commit), at)));
  }

  private static CommitId commit(int number) {
    return CommitId.of("%040x".formatted(number));
  }
}
