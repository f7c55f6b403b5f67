package io.kirolinter.core.store.redis;

import io.kirolinter.core.store.Upkeep;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Turns in one hash. Redis frees what is deleted by itself. */
final class RedisUpkeep implements Upkeep {

  private final RedisLink link;
  private final String writer;
  private final InstantSource clock;

  RedisUpkeep(RedisLink link, String writer, InstantSource clock) {
    this.link = link;
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public boolean takeTurn(String chore, Duration interval) {
    return link.run(
            "take a turn in",
            Script.TURN,
            List.of(Keys.TURNS),
            chore,
            clock.millis(),
            interval.toMillis(),
            writer + "-" + link.nextCall())
        .get(0)
        .equals("taken");
  }

  @Override
  public long reclaim(Duration most) {
    return 0;
  }
}
