package io.kirolinter.core.settings;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * When jobs in the background may not start on the user's machine.
 *
 * @param maxLoad the highest load of the last minute, as {@code uptime} shows it, at which a run
 *     still starts; empty for any
 * @param battery whether runs start while the machine has no other power
 * @param quietHours when none starts, by the clock of the machine
 */
public record BackgroundLimits(
    OptionalDouble maxLoad, OnBattery battery, List<QuietHours> quietHours) {

  /** What is done while the machine runs on its battery. */
  public enum OnBattery {
    /** Runs start as ever. */
    RUN,
    /** Runs wait for the mains. */
    WAIT
  }

  public BackgroundLimits {
    requireNonNull(maxLoad, "maxLoad");
    requireNonNull(battery, "battery");
    quietHours = List.copyOf(quietHours);
  }

  /** {@return no limits} */
  public static BackgroundLimits none() {
    return new BackgroundLimits(OptionalDouble.empty(), OnBattery.RUN, List.of());
  }

  BackgroundLimits withMaxLoad(double most) {
    return new BackgroundLimits(OptionalDouble.of(most), battery, quietHours);
  }

  BackgroundLimits withBattery(OnBattery wanted) {
    return new BackgroundLimits(maxLoad, wanted, quietHours);
  }

  BackgroundLimits withQuietHours(List<QuietHours> hours) {
    return new BackgroundLimits(maxLoad, battery, hours);
  }

  /** {@return the limits in a line, for people} */
  public String text() {
    List<String> parts = new ArrayList<>();
    maxLoad.ifPresent(most -> parts.add("max-load " + most));
    if (battery == OnBattery.WAIT) {
      parts.add("not on battery");
    }
    if (!quietHours.isEmpty()) {
      parts.add(
          quietHours.stream()
              .map(QuietHours::text)
              .collect(Collectors.joining(", ", "quiet ", "")));
    }
    return parts.isEmpty() ? "none" : String.join("; ", parts);
  }
}
