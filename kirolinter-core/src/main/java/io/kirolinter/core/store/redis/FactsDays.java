package io.kirolinter.core.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.history.PackedFacts;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Facts of all runs of a day as one text, in a hash for each repository: that a hundred thousand of
 * them are read at once. What is not there is read run by run, and put there for the next time.
 *
 * <p>A day is one of UTC, by when its runs were made, and named by its first second. The scripts
 * that add or delete a run delete the text of its day. Before a text is made, a mark is put in its
 * place; if the mark is gone when the text is ready, the day has changed meanwhile, and the text is
 * not kept.
 */
final class FactsDays {

  static final Duration DAY = Duration.ofDays(1);

  /**
   * How many characters of texts an answer has, before the last one: milliseconds of the server.
   */
  private static final int PAGE = 500_000;

  private static final int SECOND = 16;
  private static final char AFTER_COUNT = ':';

  private final RedisLink link;
  private final FactsLines lines;
  private final String writer;
  private final int page;

  FactsDays(RedisLink link, String writer) {
    this(link, writer, PAGE);
  }

  FactsDays(RedisLink link, String writer, int page) {
    this.link = link;
    this.writer = writer;
    this.page = page;
    lines = new FactsLines(link);
  }

  /** Shows the runs of whole days, from the one that begins then until the one that does then. */
  void visit(RepositoryId repository, Instant first, Instant end, Consumer<RunFacts> visitor) {
    var next = start(repository, name(first), name(end));
    String goesOn;
    do {
      Page page = link.await(RedisRunFacts.ACTION, next);
      goesOn = page.goesOn();
      if (!goesOn.isEmpty()) {
        next = start(repository, goesOn, name(end));
      }
      page.days().forEach(day -> runs(repository, day).forEach(visitor));
    } while (!goesOn.isEmpty());
  }

  /** A day is unpacked on another thread while those before it are looked at. */
  private record Day(String name, CompletableFuture<Optional<List<RunFacts>>> packed) {}

  /**
   * Days, one after the other.
   *
   * @param goesOn the day to go on with; empty if there are no more
   */
  private record Page(String goesOn, List<Day> days) {

    static Page of(RepositoryId repository, List<@Nullable Object> answer) {
      List<Day> days = new ArrayList<>();
      for (int i = 1; i < answer.size(); i += 2) {
        String text = String.valueOf(answer.get(i + 1));
        days.add(
            new Day(
                String.valueOf(answer.get(i)),
                PackedFacts.readAhead(repository, () -> withoutCount(text))));
      }
      return new Page(String.valueOf(answer.get(0)), days);
    }

    private static byte[] withoutCount(String text) {
      return text.substring(text.indexOf(AFTER_COUNT) + 1).getBytes(UTF_8);
    }
  }

  private CompletableFuture<Page> start(RepositoryId repository, String from, String end) {
    Keys keys = Keys.of(repository);
    return link.start(Script.FACTS_DAYS, List.of(keys.facts(), keys.factsDays()), from, end, page)
        .thenApply(answer -> Page.of(repository, answer));
  }

  private List<RunFacts> runs(RepositoryId repository, Day day) {
    return day.packed().join().orElseGet(() -> pack(repository, day.name()));
  }

  /** The runs of a day, which the next one finds packed. */
  private List<RunFacts> pack(RepositoryId repository, String day) {
    List<String> days = List.of(Keys.of(repository).factsDays());
    String mark = "by " + writer + "-" + link.nextCall();
    write(Script.PUT, days, day, mark);
    List<RunFacts> runs = new ArrayList<>();
    lines.visit(repository, day, dayAfter(day), runs::add);
    String text = new String(PackedFacts.of(runs), UTF_8);
    write(Script.REPLACE, days, day, mark, "" + runs.size() + AFTER_COUNT + text);
    return runs;
  }

  /** A full server, or one that only reads: whoever only reads can go on, run by run. */
  private void write(Script script, List<String> keys, Object... values) {
    try {
      link.run("pack the facts of runs in", script, keys, values);
    } catch (StoreException e) {
      return;
    }
  }

  private static String name(Instant day) {
    return TimeText.of(day).substring(0, SECOND);
  }

  private static String dayAfter(String day) {
    return "%016x".formatted(Long.parseUnsignedLong(day, 16) + DAY.toSeconds());
  }
}
