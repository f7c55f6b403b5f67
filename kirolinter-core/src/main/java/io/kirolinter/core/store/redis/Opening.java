package io.kirolinter.core.store.redis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known once the data is there in the version of this release.
 *
 * @param writer no other opening has this name
 * @param memory what the server tells of its memory; empty if it tells nothing
 */
record Opening(String writer, String memory) {

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

  /**
   * Looks at the version of the data, and brings it to the newest.
   *
   * @throws io.kirolinter.core.error.StoreException if a newer release wrote it; nothing is changed
   *     then
   */
  static Opening of(RedisLink link, Schema schema) {
    String newest = String.valueOf(schema.version());
    List<@Nullable Object> answer =
        link.run("open", Script.OPEN, List.of(Keys.VERSION, Keys.OPENINGS), newest);
    upgrade(link, schema, String.valueOf(answer.get(0)));
    return new Opening(answer.get(1) + "-" + answer.get(2), String.valueOf(answer.get(3)));
  }

  /** {@return why the server may throw data of ours away, if it may} */
  Optional<String> risk(String place) {
    String policy = value("maxmemory_policy");
    if (value("maxmemory").equals("0") || policy.isEmpty() || policy.equals("noeviction")) {
      return Optional.empty();
    }
    String what = policy.startsWith("volatile") ? "what was learned" : "runs and what was learned";
    return Optional.of(
        ("The Redis at %s throws data away when its memory is full (maxmemory-policy %s), %s too."
                + " Set it to noeviction.")
            .formatted(place, policy, what));
  }

  private String value(String name) {
    Matcher line = Pattern.compile("(?m)^" + name + ":(\\S*)").matcher(memory);
    return line.find() ? line.group(1) : "";
  }

  private static void upgrade(RedisLink link, Schema schema, String found) {
    if (!NUMBER.matcher(found).matches() || Integer.parseInt(found) > schema.version()) {
      throw RedisTrouble.newer(link.place(), found, schema.version());
    }
    for (int version = Integer.parseInt(found); version < schema.version(); version++) {
      schema.from(version).apply(link);
      link.run("upgrade", Script.UPGRADED, List.of(Keys.VERSION), version, version + 1);
    }
  }
}
