package io.kirolinter.agents.integrate.publish;

import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was asked for, and done, on the forge of a repository, in its memory: so that the next run,
 * wherever it is, goes on with what this one could not do. It never holds a token.
 */
public final class PublishLog {

  private static final String WANTED = "pull-request-wanted";
  private static final String OPENED = "pull-request-opened";
  private static final String REBASED = "pull-request-rebased";
  private static final int MOST = 500;

  private final PatternMemory memory;
  private final RepositoryId repository;
  private final InstantSource clock;

  public PublishLog(PatternMemory memory, RepositoryId repository, InstantSource clock) {
    this.memory = memory;
    this.repository = repository;
    this.clock = clock;
  }

  /** {@return the branches for which somebody has asked for a pull request, the newest first} */
  public List<String> wanted() {
    return memory.observations(repository, WANTED, MOST).stream()
        .map(Observation::subject)
        .distinct()
        .toList();
  }

  void want(Candidate candidate) {
    add(WANTED, candidate.branch(), candidate.title(), candidate.branch());
  }

  void opened(String branch, String url) {
    add(OPENED, branch, url, branch);
  }

  /** {@return whether a pull request of the branch was opened, with all that belongs to it} */
  public boolean isOpened(String branch) {
    return opened().contains(branch);
  }

  /** {@return the branches of which a pull request was opened} */
  public Set<String> opened() {
    return memory.observations(repository, OPENED, MOST).stream()
        .map(Observation::subject)
        .collect(Collectors.toSet());
  }

  void rebased(String branch, CommitId head) {
    add(REBASED, branch, head.value(), branch + "/" + head);
  }

  long rebasedSince(Instant moment) {
    return memory.observations(repository, REBASED, MOST).stream()
        .filter(one -> one.at().isAfter(moment))
        .count();
  }

  private void add(String kind, String branch, String detail, String key) {
    memory.observe(
        repository,
        kind + "/" + key,
        List.of(new Observation(kind, branch, 1, detail, clock.instant())));
  }
}
