package io.kirolinter.core.store.embedded;

import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.RunFactsContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRunFactsTest extends RunFactsContract {

  @TempDir Path home;

  @Override
  protected Stores open(InstantSource time) {
    return EmbeddedStores.open(home, time);
  }
}
