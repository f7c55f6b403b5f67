package io.kirolinter.agents.testkit.forge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The behaviour of one kind of forge, without what all have in common. */
public interface Played {

  /** What is answered. */
  record Answer(int status, JsonNode body) {}

  /** {@return the answer to a request for something below the interface's address} */
  Answer answer(String method, String path, Map<String, String> query, JsonNode body);
}
