package io.kirolinter.core.store.redis;

import com.google.common.base.Splitter;
import io.kirolinter.core.history.FactsQuery;
import io.kirolinter.core.history.FactsText;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.history.RunFactsStore;
import io.kirolinter.core.repository.RepositoryId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Facts of runs in a sorted set for each repository, to which the scripts add that end a run. Many
 * are read as one text: to take them apart here is cheaper than to have each of them as an answer.
 */
final class RedisRunFacts implements RunFactsStore {

  private static final String ACTION = "read the facts of runs from";

  /** About a megabyte, and some milliseconds of the server's time. */
  private static final int PAGE = 4_000;

  private static final Splitter LINES = Splitter.on('\n');

  private final RedisLink link;
  private final int page;

  RedisRunFacts(RedisLink link) {
    this(link, PAGE);
  }

  RedisRunFacts(RedisLink link, int page) {
    this.link = link;
    this.page = page;
  }

  @Override
  public void visit(FactsQuery query, Consumer<RunFacts> visitor) {
    for (RepositoryId repository : repositories(query)) {
      visit(repository, query, visitor);
    }
  }

  /** While a page is taken apart, the next one is on its way. */
  private void visit(RepositoryId repository, FactsQuery query, Consumer<RunFacts> visitor) {
    String until = "(" + TimeText.of(query.until());
    var next = start(repository, "[" + TimeText.of(query.from()), until);
    int count;
    do {
      List<@Nullable Object> answer = link.await(ACTION, next);
      count = Integer.parseInt(String.valueOf(answer.get(1)));
      if (count == page) {
        next = start(repository, "(" + answer.get(0) + "\u00ff", until);
      }
      if (count > 0) {
        for (String line : LINES.split(String.valueOf(answer.get(2)))) {
          visitor.accept(FactsText.read(repository, line));
        }
      }
    } while (count == page);
  }

  private CompletableFuture<List<@Nullable Object>> start(
      RepositoryId repository, String from, String until) {
    return link.start(Script.FACTS_PAGE, List.of(Keys.of(repository).facts()), from, until, page);
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
