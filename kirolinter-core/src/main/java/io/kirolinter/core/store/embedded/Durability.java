package io.kirolinter.core.store.embedded;

import java.time.Duration;
import java.util.Properties;

/** What a committed write of a database survives. */
enum Durability {
  /** The death of the process and of the machine: one sync of the disk per commit. */
  LASTING("FULL", "INCREMENTAL", Duration.ofSeconds(30)),
  /** The death of the process only. What is damaged is made again. */
  DISPOSABLE("OFF", "NONE", Duration.ofSeconds(2));

  private final String synchronous;
  private final String autoVacuum;
  private final Duration patience;

  Durability(String synchronous, String autoVacuum, Duration patience) {
    this.synchronous = synchronous;
    this.autoVacuum = autoVacuum;
    this.patience = patience;
  }

  /**
   * {@return how long a writer waits for its turn; there is no order among waiting processes, so
   * that one can be passed over many times}
   */
  Duration patience() {
    return patience;
  }

  /** {@return whether a new file can be made smaller later on, in the word of SQLite} */
  String autoVacuum() {
    return autoVacuum;
  }

  /** {@return the options of a connection} */
  Properties options() {
    Properties options = new Properties();
    options.setProperty("busy_timeout", Long.toString(patience.toMillis()));
    options.setProperty("synchronous", synchronous);
    // Else the driver asks for the new key after each insert, by a statement that it compiles anew.
    options.setProperty("jdbc.get_generated_keys", "false");
    return options;
  }
}
