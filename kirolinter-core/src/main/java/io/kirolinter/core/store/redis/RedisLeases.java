package io.kirolinter.core.store.redis;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.LeaseLostException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.run.Claim;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the scripts answer to who asks for a lease. */
final class RedisLeases {

  private RedisLeases() {}

  /**
   * {@return the claim that an answer stands for}
   *
   * @throws InvalidRequestException if there is no such run
   */
  static Claim claim(String place, RunId id, String owner, List<@Nullable Object> answer) {
    return switch (text(answer, 0)) {
      case "granted" ->
          new Claim.Granted(
              new Lease(id, owner, Long.parseLong(text(answer, 1)), instant(answer, 2)));
      case "busy" -> new Claim.Busy(RunId.of(text(answer, 1)), text(answer, 2), instant(answer, 3));
      case "over" -> new Claim.Over(RunStatus.valueOf(text(answer, 1)));
      case "unknown" -> throw unknown(id);
      default -> throw overtaken(place);
    };
  }

  static LeaseLostException lost(String action, Lease lease) {
    return new LeaseLostException(
        ErrorMessage.cannot(action, "run", lease.run().value())
            .found("'" + lease.owner() + "' does not hold it any more, or it is over")
            .expected("the lease with the token " + lease.token())
            .remedy("Stop working on it; whoever holds it goes on from the last checkpoint."));
  }

  static InvalidRequestException unknown(RunId id) {
    return new InvalidRequestException(
        ErrorMessage.cannot("claim", "run", id.value())
            .found("there is no such run")
            .remedy("List the runs to see which there are."));
  }

  static String text(List<@Nullable Object> answer, int position) {
    return requireNonNull(answer.get(position), "a script gave too little").toString();
  }

  static Instant instant(List<@Nullable Object> answer, int position) {
    return Instant.ofEpochMilli(Long.parseLong(text(answer, position)));
  }

  private static StoreException overtaken(String place) {
    return new StoreException(
        ErrorMessage.cannot("claim a run in", "data store", place)
            .found("a later claim of this process came first")
            .remedy("Go on with that one."));
  }
}
