package io.kirolinter.core.settings;

import io.kirolinter.core.experience.Experience.Sharing;
import io.kirolinter.core.settings.Yaml.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads what stands below {@code learn}. */
final class LearnReader {

  static final String SHARE = "share";

  private LearnReader() {}

  static Sharing sharing(YamlValues values, Yaml value) {
    Sharing sharing = Sharing.NOTHING;
    for (Entry entry : values.entries(value)) {
      if (!entry.key().equals(SHARE)) {
        throw values.unknownKey(entry, List.of(SHARE));
      }
      sharing = sharing(values, entry.value(), values.text(entry.value()));
    }
    return sharing;
  }

  private static Sharing sharing(YamlValues values, Yaml at, String word) {
    return Arrays.stream(Sharing.values())
        .filter(known -> known.label().equals(word))
        .findFirst()
        .orElseThrow(() -> values.wrong(at, "'" + word + "'", "nothing or rule-counts"));
  }

  static Object schema() {
    return Map.of("enum", Arrays.stream(Sharing.values()).map(Sharing::label).toList());
  }
}
