package io.kirolinter.agents.git;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is worked out when it is first asked for; a failure is not kept. */
final class Once<T> {

  private final Supplier<T> source;
  private volatile @Nullable T value;

  Once(Supplier<T> source) {
    this.source = source;
  }

  T get() {
    T known = value;
    return known != null ? known : load();
  }

  private synchronized T load() {
    T known = value;
    if (known == null) {
      known = source.get();
      value = known;
    }
    return known;
  }
}
