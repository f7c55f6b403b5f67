package io.kirolinter.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.work.Delivery;
import io.kirolinter.core.work.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link WorkQueue} promises. */
public abstract class WorkQueueContract extends StoreContract {

  private static final RepositoryId SHOP = new RepositoryId("github.com/acme/shop");
  private static final RepositoryId BANK = new RepositoryId("github.com/acme/bank");
  private static final RepositoryId ZOO = new RepositoryId("github.com/acme/zoo");
  private static final Duration IDLE = Duration.ofMillis(600);
  private static final Duration NEVER = Duration.ofDays(1);

  private WorkQueue queue;
  private WorkQueue other;

  @BeforeEach
  final void openTwice() {
    queue = opening().queue();
    other = opening().queue();
  }

  /** Lets time pass. A store that goes by a clock of its own waits for real. */
  protected void pass(Duration time) {
    clock.advance(time);
  }

  /** {@return the time by which the store goes} */
  protected Instant now() {
    return clock.instant();
  }

  @Test
  void anotherOpeningTakesWhatWasOffered() {
    assertThat(queue.offer(run(1), SHOP)).isTrue();

    Delivery delivery = other.take("ann", NEVER).orElseThrow();

    assertThat(delivery.run()).isEqualTo(run(1));
    assertThat(delivery.repository()).isEqualTo(SHOP);
    assertThat(delivery.worker()).isEqualTo("ann");
    assertThat(delivery.refusals()).isZero();
    assertThat(queue.contains(run(1))).isTrue();
  }

  @Test
  void anEmptyQueueGivesNothing() {
    assertThat(queue.take("ann", NEVER)).isEmpty();
    assertThat(queue.contains(run(1))).isFalse();
  }

  @Test
  void aRunThatIsOfferedTwiceIsGivenOutOnce() {
    queue.offer(run(1), SHOP);
    assertThat(other.offer(run(1), SHOP)).isFalse();
    Delivery delivery = queue.take("ann", NEVER).orElseThrow();
    assertThat(other.offer(run(1), SHOP)).isFalse();

    assertThat(queue.acknowledge(delivery)).isTrue();

    assertThat(other.take("bob", NEVER)).isEmpty();
    assertThat(other.contains(run(1))).isFalse();
  }

  @Test
  void aRunThatWasAcknowledgedCanBeOfferedAgain() {
    queue.offer(run(1), SHOP);
    queue.acknowledge(queue.take("ann", NEVER).orElseThrow());

    assertThat(other.offer(run(1), SHOP)).isTrue();

    assertThat(queue.take("ann", NEVER).map(Delivery::run)).contains(run(1));
  }

  @Test
  void theRunsOfOneRepositoryComeInTheirOrderOneAtATime() {
    for (int i : new int[] {3, 1, 2}) {
      queue.offer(run(i), SHOP);
    }
    List<RunId> taken = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Delivery delivery = queue.take("ann", NEVER).orElseThrow();
      assertThat(other.take("bob", NEVER)).as("while one is held").isEmpty();
      assertThat(queue.take("ann", NEVER)).as("also for the same worker").isEmpty();
      taken.add(delivery.run());
      queue.acknowledge(delivery);
    }

    assertThat(taken).containsExactly(run(3), run(1), run(2));
  }

  @Test
  void differentRepositoriesAreWorkedOnSideBySide() {
    queue.offer(run(1), SHOP);
    queue.offer(run(2), BANK);

    assertThat(queue.take("ann", NEVER).map(Delivery::repository)).contains(SHOP);
    assertThat(other.take("bob", NEVER).map(Delivery::repository)).contains(BANK);
  }

  @Test
  void aRepositoryWithAThousandRunsDoesNotKeepTheOthersWaiting() {
    IntStream.range(0, 1000).forEach(i -> queue.offer(run(i), SHOP));
    queue.offer(run(1001), BANK);
    queue.offer(run(1002), BANK);
    List<RunId> taken = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      taken.add(takeAndAcknowledge());
    }
    queue.offer(run(1003), ZOO);
    for (int i = 0; i < 4; i++) {
      taken.add(takeAndAcknowledge());
    }

    assertThat(taken)
        .containsExactly(run(0), run(1001), run(1), run(1002), run(2), run(1003), run(3));
  }

  private RunId takeAndAcknowledge() {
    Delivery delivery = queue.take("ann", NEVER).orElseThrow();
    assertThat(queue.acknowledge(delivery)).isTrue();
    return delivery.run();
  }

  @Test
  void whatALostWorkerLeftGoesToAnotherAndTheLostOneIsNotHeardAnyMore() {
    queue.offer(run(1), SHOP);
    queue.offer(run(2), SHOP);
    Delivery lost = queue.take("ann", IDLE).orElseThrow();
    assertThat(other.take("bob", NEVER)).isEmpty();
    pass(IDLE);

    Delivery found = other.take("bob", IDLE).orElseThrow();

    assertThat(found.run()).isEqualTo(run(1));
    assertThat(found.token()).isGreaterThan(lost.token());
    assertThat(queue.extend(lost)).isFalse();
    assertThat(queue.acknowledge(lost)).isFalse();
    assertThat(queue.giveBack(lost, now())).isFalse();
    assertThat(queue.take("ann", NEVER)).isEmpty();
    assertThat(other.extend(found)).isTrue();
    assertThat(other.acknowledge(found)).isTrue();
    assertThat(queue.take("ann", NEVER).map(Delivery::run)).contains(run(2));
  }

  @Test
  void aWorkerThatComesBackGetsItsOwnRunAnewAndItsEarlierDeliveryCountsNoMore() {
    queue.offer(run(1), SHOP);
    Delivery early = queue.take("ann", IDLE).orElseThrow();
    pass(IDLE);

    Delivery late = queue.take("ann", IDLE).orElseThrow();

    assertThat(late.run()).isEqualTo(run(1));
    assertThat(queue.acknowledge(early)).isFalse();
    assertThat(queue.acknowledge(late)).isTrue();
  }

  @Test
  void aDeliveryThatIsExtendedIsNotLost() {
    queue.offer(run(1), SHOP);
    Delivery delivery = queue.take("ann", IDLE).orElseThrow();
    for (int i = 0; i < 3; i++) {
      pass(IDLE.dividedBy(2));
      assertThat(queue.extend(delivery)).isTrue();
    }

    assertThat(other.take("bob", IDLE)).isEmpty();
    assertThat(queue.acknowledge(delivery)).isTrue();
  }

  @Test
  void aRunThatIsGivenBackStaysTheFirstOfItsRepositoryBehindTheOthers() {
    queue.offer(run(1), SHOP);
    queue.offer(run(2), SHOP);
    queue.offer(run(3), BANK);
    Delivery delivery = queue.take("ann", NEVER).orElseThrow();

    assertThat(queue.giveBack(delivery, now())).isTrue();

    assertThat(queue.acknowledge(delivery)).isFalse();
    assertThat(queue.contains(run(1))).isTrue();
    assertThat(other.take("bob", NEVER).map(Delivery::run)).contains(run(3));
    assertThat(other.take("bob", NEVER).map(Delivery::run)).contains(run(1));
    assertThat(other.take("bob", NEVER)).isEmpty();
  }

  @Test
  void aRepositoryThatWaitsIsNotGivenOutBeforeItsTime() {
    queue.offer(run(1), SHOP);
    queue.offer(run(2), SHOP);
    queue.giveBack(queue.take("ann", NEVER).orElseThrow(), now().plus(IDLE));
    queue.offer(run(3), SHOP);
    queue.offer(run(4), BANK);

    assertThat(other.take("bob", NEVER).map(Delivery::run)).contains(run(4));
    assertThat(other.take("bob", NEVER)).isEmpty();
    pass(IDLE);

    assertThat(takeAndAcknowledge()).isEqualTo(run(1));
    assertThat(takeAndAcknowledge()).isEqualTo(run(2));
    assertThat(takeAndAcknowledge()).isEqualTo(run(3));
  }

  @Test
  void refusalsAreCountedOverAllWorkers() {
    queue.offer(run(1), SHOP);
    queue.giveBack(queue.take("ann", NEVER).orElseThrow().refused(), now());
    Delivery second = other.take("bob", NEVER).orElseThrow();
    assertThat(second.refusals()).isEqualTo(1);
    other.giveBack(second.refused(), now());
    queue.giveBack(queue.take("ann", NEVER).orElseThrow(), now());

    assertThat(other.take("bob", NEVER).map(Delivery::refusals)).contains(2);
  }

  @Test
  void aDeliveryCountsNoMoreOnceItsRunIsGoneAndOfferedAgain() {
    queue.offer(run(1), SHOP);
    Delivery gone = queue.take("ann", NEVER).orElseThrow();
    queue.acknowledge(gone);
    queue.offer(run(1), SHOP);

    assertThat(queue.acknowledge(gone)).isFalse();
    assertThat(queue.giveBack(gone, now())).isFalse();
    assertThat(queue.extend(gone)).isFalse();
  }

  @Test
  void manyWorkersGetEveryRunOnceAndNoRepositoryTwiceAtATime() throws Exception {
    int repositories = 20;
    IntStream.range(0, 200).forEach(i -> queue.offer(run(i), repository(i % repositories)));
    Map<RepositoryId, RunId> held = new ConcurrentHashMap<>();
    AtomicInteger left = new AtomicInteger(200);
    List<Callable<List<RunId>>> workers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      WorkQueue asked = i % 2 == 0 ? queue : other;
      String name = "worker-" + i;
      workers.add(() -> workOff(asked, name, held, left));
    }

    List<RunId> taken = together(workers).stream().flatMap(List::stream).toList();

    assertThat(taken)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 200).mapToObj(WorkQueueContract::run).toList());
    assertThat(queue.take("ann", NEVER)).isEmpty();
  }

  /** Takes runs until each is acknowledged, by whomever. */
  private static List<RunId> workOff(
      WorkQueue asked, String name, Map<RepositoryId, RunId> held, AtomicInteger left) {
    List<RunId> done = new ArrayList<>();
    while (left.get() > 0) {
      Optional<Delivery> taken = asked.take(name, NEVER);
      if (taken.isPresent()) {
        Delivery delivery = taken.get();
        assertThat(held.putIfAbsent(delivery.repository(), delivery.run())).isNull();
        held.remove(delivery.repository());
        assertThat(asked.acknowledge(delivery)).isTrue();
        left.decrementAndGet();
        done.add(delivery.run());
      }
    }
    return done;
  }

  private static RepositoryId repository(int number) {
    return new RepositoryId("github.com/acme/" + number);
  }

  private static RunId run(int number) {
    return RunId.of("20261122-181530-%06x".formatted(number));
  }
}
