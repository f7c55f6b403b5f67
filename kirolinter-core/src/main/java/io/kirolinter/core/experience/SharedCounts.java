package io.kirolinter.core.experience;

import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.RepositoryId;
import java.util.Collection;

/**
 * How many decisions there were about each rule, over all repositories of a store whose user wants
 * them to learn from each other. Nothing else is shared: no repository, file, finding or time.
 *
 * <p>A repository keeps count of what it has added, so that it can be taken back, and so that a
 * process that dies in between adds too little and never too much.
 */
final class SharedCounts {

  /** No repository has this identity: theirs hold a host, or begin with {@code root} or a path. */
  static final RepositoryId ALL = new RepositoryId("shared rule counts");

  private static final String DECISIONS = "decisions ";
  private static final String NOT_USEFUL = "not useful ";

  private final PatternMemory memory;
  private final RepositoryId repository;

  SharedCounts(PatternMemory memory, RepositoryId repository) {
    this.memory = memory;
    this.repository = repository;
  }

  /** Lets the shared counts hold what this repository knows now. */
  void share(Collection<RuleRecord> records) {
    for (RuleRecord one : records) {
      add(DECISIONS + one.rule(), one.decisions());
      add(NOT_USEFUL + one.rule(), Math.round(one.notUseful()));
    }
  }

  /** {@return what the other repositories say about a rule} */
  Prior prior(RuleId rule) {
    return Prior.of(ofOthers(NOT_USEFUL + rule), ofOthers(DECISIONS + rule));
  }

  private long ofOthers(String counter) {
    return memory.counter(ALL, counter) - memory.counter(repository, own(counter));
  }

  /** Whoever counts up the own count to what is there adds the same to the shared one. */
  private void add(String counter, long wanted) {
    long missing = wanted - memory.counter(repository, own(counter));
    if (missing == 0) {
      return;
    }
    long reached = memory.increment(repository, own(counter), missing);
    if (reached == wanted) {
      memory.increment(ALL, counter, missing);
    } else {
      memory.increment(repository, own(counter), -missing); // another process was faster
    }
  }

  private static String own(String counter) {
    return "shared " + counter;
  }
}
