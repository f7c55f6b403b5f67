package io.kirolinter.core.store.redis;

import static org.awaitility.Awaitility.await;

import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.ExperimentStoreContract;
import io.kirolinter.core.testkit.JobStoreContract;
import io.kirolinter.core.testkit.PatternMemoryContract;
import io.kirolinter.core.testkit.ResultCacheContract;
import io.kirolinter.core.testkit.RunFactsContract;
import io.kirolinter.core.testkit.RunJournalContract;
import io.kirolinter.core.testkit.UpkeepContract;
import io.kirolinter.core.testkit.WorkQueueContract;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** All that stores promise, on one sort of Redis. */
abstract class RedisContracts {

  /** Opens the stores once more, as another process would. */
  abstract Stores open(InstantSource time);

  /** Deletes all data. */
  abstract void empty();

  @AfterEach
  final void forget() {
    empty();
  }

  @Nested
  class Journal extends RunJournalContract {
    @Override
    protected Stores open(InstantSource time) {
      return RedisContracts.this.open(time);
    }
  }

  @Nested
  class Facts extends RunFactsContract {
    @Override
    protected Stores open(InstantSource time) {
      return RedisContracts.this.open(time);
    }
  }

  @Nested
  class Memory extends PatternMemoryContract {
    @Override
    protected Stores open(InstantSource time) {
      return RedisContracts.this.open(time);
    }
  }

  @Nested
  class Jobs extends JobStoreContract {
    @Override
    protected Stores open(InstantSource time) {
      return RedisContracts.this.open(time);
    }
  }

  @Nested
  class Experiments extends ExperimentStoreContract {
    @Override
    protected Stores open(InstantSource time) {
      return RedisContracts.this.open(time);
    }
  }

  @Nested
  class Turns extends UpkeepContract {
    @Override
    protected Stores open(InstantSource time) {
      return RedisContracts.this.open(time);
    }
  }

  @Nested
  class Results extends ResultCacheContract {
    @Override
    protected Stores open(InstantSource time) {
      return RedisContracts.this.open(time);
    }
  }

  @Nested
  class Queue extends WorkQueueContract {
    @Override
    protected Stores open(InstantSource time) {
      return RedisContracts.this.open(time);
    }

    /** The server knows by its own clock how long a worker was silent. */
    @Override
    protected void pass(Duration time) {
      super.pass(time);
      await().pollDelay(time).until(() -> true);
    }
  }
}
