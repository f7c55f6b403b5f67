package io.kirolinter.core.store.redis;

import com.google.common.base.Splitter;
import io.kirolinter.core.history.FactsText;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.repository.RepositoryId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Facts of runs one by one. Many are read as one text: to take them apart here is cheaper than to
 * have each of them as an answer.
 */
final class FactsLines {

  /** About a megabyte, and some milliseconds of the server's time. */
  private static final int PAGE = 4_000;

  private static final Splitter LINES = Splitter.on('\n');

  private final RedisLink link;
  private final int page;

  FactsLines(RedisLink link) {
    this(link, PAGE);
  }

  FactsLines(RedisLink link, int page) {
    this.link = link;
    this.page = page;
  }

  /**
   * Shows the runs that were made in a time. While a page is taken apart, the next one is on its
   * way.
   *
   * @param from the time, or the begin of it, as {@link TimeText} has it
   * @param until likewise, the first that is too late
   */
  void visit(RepositoryId repository, String from, String until, Consumer<RunFacts> visitor) {
    String end = "(" + until;
    var next = start(repository, "[" + from, end);
    int count;
    do {
      List<@Nullable Object> answer = link.await(RedisRunFacts.ACTION, next);
      count = Integer.parseInt(String.valueOf(answer.get(1)));
      if (count == page) {
        next = start(repository, "(" + answer.get(0) + "\u00ff", end);
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
}
