package io.kirolinter.agents.testkit.forge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What a forge says of its interface. */
interface Description {

  /** {@return what is wrong with a request; nothing if it is as described} */
  List<String> faults(String method, String path, Map<String, String> query, String body);

  /** {@return what is wrong with an answer; nothing if it is as described} */
  List<String> answerFaults(String method, String path, int status, JsonNode body);

  /** {@return a description to which nothing is wrong} */
  static Description none() {
    return new Description() {
      @Override
      public List<String> faults(String method, String path, Map<String, String> query, String b) {
        return List.of();
      }

      @Override
      public List<String> answerFaults(String method, String path, int status, JsonNode body) {
        return List.of();
      }
    };
  }
}
