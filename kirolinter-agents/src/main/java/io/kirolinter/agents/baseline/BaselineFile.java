package io.kirolinter.agents.baseline;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The JSON of a baseline: one finding a line, in a fixed order, so that a change of the code is a
 * small change of the file.
 */
record BaselineFile(int version, List<BaselineEntry> findings) {

  private static final int VERSION = 1;

  BaselineFile {
    findings = List.copyOf(findings).stream().sorted().toList();
  }

  static String write(List<BaselineEntry> entries) {
    String lines = entries.stream().sorted().map(Json::write).collect(Collectors.joining(",\n  "));
    String body = lines.isEmpty() ? "" : "\n  " + lines + "\n";
    return "{ \"version\": %d, \"findings\": [%s] }\n".formatted(VERSION, body);
  }

  /**
   * {@return the findings in a file}
   *
   * @throws InvalidRequestException if it is no baseline
   */
  static List<BaselineEntry> read(String name, byte[] content) {
    try {
      BaselineFile file =
          Json.read(new String(content, StandardCharsets.UTF_8), BaselineFile.class);
      if (file.version != VERSION) {
        throw new InvalidRequestException(unusable(name, "it has version " + file.version));
      }
      return file.findings;
    } catch (StoreException e) {
      throw new InvalidRequestException(unusable(name, "it is no such JSON"), e);
    }
  }

  private static ErrorMessage unusable(String name, String found) {
    return ErrorMessage.cannot("read", "baseline", name)
        .found(found)
        .expected("a file that --write-baseline wrote, of version " + VERSION)
        .remedy("Write it again with --write-baseline.");
  }
}
