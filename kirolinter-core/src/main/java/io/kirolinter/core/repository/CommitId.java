package io.kirolinter.core.repository;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kirolinter.core.source.HexDigits;

/**
 * The full name of a commit.
 *
 * @param value lower-case hexadecimal, 40 digits (64 in a SHA-256 repository)
 */
public record CommitId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CommitId {
    if (!HexDigits.are(value, 40, 64)) {
      throw new IllegalArgumentException("commit must be a full hash, was '" + value + "'");
    }
  }

  public static CommitId of(String value) {
    return new CommitId(value);
  }

  /** {@return the first ten digits, enough for people} */
  public String abbreviated() {
    return value.substring(0, 10);
  }

  @Override
  public String toString() {
    return value;
  }
}
