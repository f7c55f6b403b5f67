package io.kirolinter.core.store.redis;

import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.ExperimentStoreContract;
import io.kirolinter.core.testkit.JobStoreContract;
import io.kirolinter.core.testkit.PatternMemoryContract;
import io.kirolinter.core.testkit.ResultCacheContract;
import io.kirolinter.core.testkit.RunJournalContract;
import io.kirolinter.core.testkit.UpkeepContract;
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
  class Chores extends UpkeepContract {
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
}
