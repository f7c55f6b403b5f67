package io.kirolinter.workflow.limits;

import io.kirolinter.core.settings.BackgroundLimits;
import io.kirolinter.core.settings.BackgroundLimits.OnBattery;
import io.kirolinter.core.settings.QuietHours;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a user has settled, held against the machine as it is now.
 *
 * @param zone whose time the quiet hours are in
 */
public record MachineLimits(Machine machine, InstantSource clock, ZoneId zone) {

  /** {@return why no work may start at this moment, as part of a sentence; empty if it may} */
  public Optional<String> obstacle(BackgroundLimits limits) {
    return quiet(limits).or(() -> battery(limits)).or(() -> load(limits));
  }

  private Optional<String> quiet(BackgroundLimits limits) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), zone);
    return limits.quietHours().stream()
        .filter(hours -> hours.has(now))
        .map(QuietHours::text)
        .findFirst()
        .map(text -> "these are quiet hours (%s)".formatted(text));
  }

  private Optional<String> battery(BackgroundLimits limits) {
    boolean waits = limits.battery() == OnBattery.WAIT && machine.isOnBattery();
    return waits ? Optional.of("the machine runs on its battery") : Optional.empty();
  }

  private Optional<String> load(BackgroundLimits limits) {
    OptionalDouble now = limits.maxLoad().isPresent() ? machine.load() : OptionalDouble.empty();
    boolean high = now.isPresent() && now.getAsDouble() > limits.maxLoad().orElseThrow();
    return high
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "the load is %.2f, above %.2f",
                now.getAsDouble(),
                limits.maxLoad().orElseThrow()))
        : Optional.empty();
  }
}
