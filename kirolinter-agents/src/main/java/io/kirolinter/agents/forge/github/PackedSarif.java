package io.kirolinter.agents.forge.github;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** SARIF as GitHub wants it: compressed by gzip, in Base64. */
final class PackedSarif {

  private PackedSarif() {}

  static String of(String sarif) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(sarif.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail so
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }
}
