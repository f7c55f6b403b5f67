package io.kirolinter.core.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * Names the content of a file. It is git's own blob name, so that a file in a commit has its hash
 * without being read.
 *
 * @param value lower-case hexadecimal, 40 or 64 digits
 */
public record ContentHash(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ContentHash {
    if (!HexDigits.are(value, 40, 64)) {
      throw new IllegalArgumentException("hash must be 40 or 64 hex digits, was '" + value + "'");
    }
  }

  /** {@return the name that git gives to these bytes in a SHA-1 repository} */
  @SuppressWarnings("deprecation") // git's names are SHA-1; nothing here rests on their secrecy
  public static ContentHash of(byte[] content) {
    byte[] header = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
    return new ContentHash(
        Hashing.sha1().newHasher().putBytes(header).putBytes(content).hash().toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
