package io.kirolinter.core.store.redis;

import io.kirolinter.core.store.Upkeep;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Turns in one hash. Redis gives memory back by itself. */
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
    return "taken"
        .equals(
            link.run(
                    "take a turn in",
                    Script.TURN,
                    List.of(Keys.TURNS),
                    chore,
                    clock.instant().toEpochMilli(),
                    interval.toMillis(),
                    writer + "-" + link.nextCall())
                .get(0));
  }

  @Override
  public long reclaim(Duration most) {
    return 0;
  }
}
