package io.kirolinter.core.store.redis;

import io.kirolinter.core.history.FactsQuery;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.history.RunFactsStore;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/**
 * Facts of runs in a sorted set for each repository, to which the scripts add that end a run. Those
 * of days that are over are read day by day, the others run by run.
 */
final class RedisRunFacts implements RunFactsStore {

  static final String ACTION = "read the facts of runs from";

  private static final Instant FIRST_DAY = Instant.EPOCH.plus(FactsDays.DAY);

  private final RedisLink link;
  private final FactsLines lines;
  private final FactsDays days;
  private final InstantSource clock;

  RedisRunFacts(RedisLink link, String writer, InstantSource clock) {
    this.link = link;
    this.clock = clock;
    lines = new FactsLines(link);
    days = new FactsDays(link, writer);
  }

  @Override
  public void visit(FactsQuery query, Consumer<RunFacts> visitor) {
    for (RepositoryId repository : repositories(query)) {
      visit(repository, query.from(), query.until(), visitor);
    }
  }

  private void visit(
      RepositoryId repository, Instant from, Instant until, Consumer<RunFacts> visitor) {
    Instant now = clock.instant();
    Instant end = (until.isBefore(now) ? until : now).truncatedTo(ChronoUnit.DAYS);
    Instant first = from.isBefore(end) ? firstWholeDay(from) : end;
    if (first.isBefore(end)) {
      visitEach(repository, from, first, visitor);
      days.visit(repository, first, end, visitor);
      visitEach(repository, end, until, visitor);
    } else {
      visitEach(repository, from, until, visitor);
    }
  }

  private void visitEach(
      RepositoryId repository, Instant from, Instant until, Consumer<RunFacts> visitor) {
    if (from.isBefore(until)) {
      lines.visit(repository, TimeText.of(from), TimeText.of(until), visitor);
    }
  }

  /** There is none before 1970. */
  private static Instant firstWholeDay(Instant from) {
    if (from.isBefore(FIRST_DAY)) {
      return FIRST_DAY;
    }
    Instant begin = from.truncatedTo(ChronoUnit.DAYS);
    return begin.equals(from) ? begin : begin.plus(FactsDays.DAY);
  }

  private List<RepositoryId> repositories(FactsQuery query) {
    return query.repository().isPresent()
        ? List.of(query.repository().get())
        : link.run(ACTION, Script.MEMBERS, List.of(Keys.RUN_REPOSITORIES)).stream()
            .map(String::valueOf)
            .sorted()
            .map(RepositoryId::new)
            .toList();
  }
}
