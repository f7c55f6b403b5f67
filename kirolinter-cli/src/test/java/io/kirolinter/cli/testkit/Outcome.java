package io.kirolinter.cli.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** What came of a command. */
public record Outcome(int exitCode, String out, String err) {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  public Outcome exitedWith(int expected) {
    assertThat(exitCode).as("exit code; out: %s; err: %s", out, err).isEqualTo(expected);
    return this;
  }

  /** Asserts that the command was refused with this error, and printed nothing else. */
  public Outcome refusedWith(int expected, String error) {
    exitedWith(expected);
    assertThat(err).isEqualTo(error + System.lineSeparator());
    assertThat(out).isEmpty();
    return this;
  }

  /** {@return the only JSON document that was printed} */
  public JsonNode json() {
    try {
      return MAPPER.readTree(out);
    } catch (IOException e) {
      throw new AssertionError("not one JSON document: " + out, e);
    }
  }
}
