package io.kirolinter.core.store.redis;

import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RunId;

/**
 * The names of our keys. Those of one repository carry it as their hash tag, and so lie in one slot
 * of a cluster; none begins with anything but our prefix.
 *
 * @param repository what stands before all of its names
 */
record Keys(String repository) {

  private static final String PREFIX = "kirolinter:";

  static final String VERSION = PREFIX + "all:{store}:version";
  static final String OPENINGS = PREFIX + "all:{store}:openings";
  static final String ENTRIES = PREFIX + "all:{runs}:entries";
  static final String NEWEST = PREFIX + "all:{runs}:newest";
  static final String LIVING = PREFIX + "all:{runs}:living";
  static final String RUN_REPOSITORIES = PREFIX + "all:{runs}:repositories";
  static final String JOBS = PREFIX + "all:{jobs}";
  static final String REPOSITORIES = PREFIX + "all:{repositories}";
  static final String TURNS = PREFIX + "all:{turns}";
  static final String EXPERIMENTS = PREFIX + "all:{experiments}:newest";

  static Keys of(RepositoryId id) {
    return new Keys(PREFIX + "{" + tag(id.value()) + "}:");
  }

  static String experiment(String id) {
    return PREFIX + "all:{experiments}:plan:" + id;
  }

  static String experimentResults(String id) {
    return PREFIX + "all:{experiments}:results:" + id;
  }

  /** {@return the key of a result; results are spread over the slots} */
  static String result(int shard, String key) {
    return PREFIX + "all:{results-%02x}:".formatted(shard) + key;
  }

  /** {@return what stands before the id in the key of every run of the repository} */
  String runs() {
    return repository + "run:";
  }

  String run(RunId id) {
    return runs() + id;
  }

  /** The run that may change the repository now. */
  String changing() {
    return repository + "changing";
  }

  String newest() {
    return repository + "runs:newest";
  }

  String living() {
    return repository + "runs:living";
  }

  String facts() {
    return repository + "runs:facts";
  }

  String factsDays() {
    return repository + "runs:facts:days";
  }

  /** {@return what stands before the kind in the key of the observations of a kind} */
  String pattern() {
    return repository + "pattern:";
  }

  String pattern(String kind) {
    return pattern() + kind;
  }

  String kinds() {
    return repository + "patterns";
  }

  String observed() {
    return repository + "observed";
  }

  String position() {
    return repository + "position";
  }

  String counters() {
    return repository + "counters";
  }

  /** {@return where the answer to a call is kept while the call may be repeated} */
  String call(String call) {
    return repository + "call:" + call;
  }

  /** A brace would end the tag early, and an empty tag is none. */
  private static String tag(String repository) {
    return repository.replace("%", "%25").replace("{", "%7B").replace("}", "%7D");
  }
}
