package io.kirolinter.agents.forge.http;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * One call of a forge's programming interface.
 *
 * @param body JSON
 * @param accepted statuses besides those of success that the caller understands
 */
public record ForgeCall(String method, URI uri, Optional<String> body, Set<Integer> accepted) {

  public ForgeCall {
    accepted = Set.copyOf(accepted);
  }

  public static ForgeCall get(URI uri) {
    return new ForgeCall("GET", uri, Optional.empty(), Set.of());
  }

  /** {@return a call with a body, such as a {@code POST}} */
  public static ForgeCall of(String method, URI uri, String json) {
    return new ForgeCall(method, uri, Optional.of(json), Set.of());
  }

  public ForgeCall accepting(Integer... statuses) {
    return new ForgeCall(method, uri, body, Set.of(statuses));
  }
}
