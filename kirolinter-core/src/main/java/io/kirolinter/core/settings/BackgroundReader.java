package io.kirolinter.core.settings;

import io.kirolinter.core.settings.BackgroundLimits.OnBattery;
import io.kirolinter.core.settings.Yaml.Entry;
import io.kirolinter.core.settings.Yaml.Scalar;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what stands below {@code background}. */
final class BackgroundReader {

  static final String MAX_LOAD = "max-load";
  static final String ON_BATTERY = "on-battery";
  static final String QUIET_HOURS = "quiet-hours";

  private static final List<String> KEYS = List.of(MAX_LOAD, ON_BATTERY, QUIET_HOURS);
  private static final Pattern LOAD = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,2})?");

  private BackgroundReader() {}

  static BackgroundLimits limits(YamlValues values, Yaml value) {
    BackgroundLimits limits = BackgroundLimits.none();
    for (Entry entry : values.entries(value)) {
      limits =
          switch (entry.key()) {
            case MAX_LOAD -> limits.withMaxLoad(load(values, entry.value()));
            case ON_BATTERY ->
                limits.withBattery(values.truth(entry.value()) ? OnBattery.RUN : OnBattery.WAIT);
            case QUIET_HOURS ->
                limits.withQuietHours(values.items(entry.value(), BackgroundReader::hours));
            default -> throw values.unknownKey(entry, KEYS);
          };
    }
    return limits;
  }

  private static double load(YamlValues values, Yaml value) {
    if (value instanceof Scalar scalar
        && scalar.type() == Scalar.Type.NUMBER
        && LOAD.matcher(scalar.text()).matches()
        && Double.parseDouble(scalar.text()) > 0) {
      return Double.parseDouble(scalar.text());
    }
    throw values.wrong(value, value.kind(), "a load above 0, such as 2 or 1.5");
  }

  private static QuietHours hours(YamlValues values, Yaml item) {
    String text = values.text(item);
    return QuietHours.read(text)
        .orElseThrow(
            () ->
                values.wrong(
                    item,
                    "'" + text + "'",
                    "hours such as \"22:00-06:00\" or \"mon-fri 09:00-17:30\", in quotes"));
  }
}
