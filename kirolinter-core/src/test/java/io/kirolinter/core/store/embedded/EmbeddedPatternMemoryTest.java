package io.kirolinter.core.store.embedded;

import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.PatternMemoryContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPatternMemoryTest extends PatternMemoryContract {

  @TempDir Path home;

  @Override
  protected Stores open(InstantSource time) {
    return EmbeddedStores.open(home, time);
  }
}
