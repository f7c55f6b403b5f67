package io.kirolinter.core.store.redis;

import java.util.List;
import java.util.function.Predicate;

/** The members of a sorted set, the last first, some at a time. */
final class Pages {

  private static final int LONGEST = 1_000;

  private final RedisLink link;
  private final String action;
  private final String key;

  /**
   * @param action the verb for an error message
   */
  Pages(RedisLink link, String action, String key) {
    this.link = link;
    this.action = action;
    this.key = key;
  }

  /**
   * Reads page after page, until there is none left or enough was read.
   *
   * @param first how long the first page is at most
   * @param goesOn takes a page, and tells whether another one is wanted
   */
  void read(int first, Predicate<List<String>> goesOn) {
    int length = Math.min(first, LONGEST);
    List<String> page = page("+", length);
    while (!page.isEmpty() && goesOn.test(page) && page.size() == length) {
      length = LONGEST;
      page = page("(" + page.get(page.size() - 1), length);
    }
  }

  private List<String> page(String from, int length) {
    return link.run(action, Script.PAGE, List.of(key), from, length).stream()
        .map(String::valueOf)
        .toList();
  }
}
