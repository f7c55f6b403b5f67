package io.kirolinter.workflow.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.settings.BackgroundLimits;
import io.kirolinter.core.settings.BackgroundLimits.OnBattery;
import io.kirolinter.core.settings.QuietHours;
import io.kirolinter.core.testkit.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineLimitsTest {

  private static final BackgroundLimits ALL =
      new BackgroundLimits(
          OptionalDouble.of(2),
          OnBattery.WAIT,
          List.of(QuietHours.read("sun 19:00-20:00").orElseThrow()));

  @TempDir Path supplies;
  private final SettableClock clock = SettableClock.at("2026-11-22T17:15:30Z");

  private record Fixed(OptionalDouble load, boolean isOnBattery) implements Machine {}

  private String obstacle(Machine machine, BackgroundLimits limits) {
    return new MachineLimits(machine, clock, ZoneId.of("Europe/Berlin"))
        .obstacle(limits)
        .orElse("none");
  }

  @Test
  void saysWhatKeepsWorkFromStarting() {
    Fixed idle = new Fixed(OptionalDouble.of(2), false);

    assertThat(obstacle(idle, ALL)).isEqualTo("none");
    assertThat(obstacle(new Fixed(OptionalDouble.of(2.01), false), ALL))
        .isEqualTo("the load is 2.01, above 2.00");
    assertThat(obstacle(new Fixed(OptionalDouble.empty(), false), ALL)).isEqualTo("none");
    assertThat(obstacle(new Fixed(OptionalDouble.of(9), true), ALL))
        .isEqualTo("the machine runs on its battery");
    clock.advance(Duration.ofHours(1));
    assertThat(obstacle(idle, ALL)).isEqualTo("these are quiet hours (sun 19:00-20:00)");
    assertThat(obstacle(new Fixed(OptionalDouble.of(9), true), BackgroundLimits.none()))
        .isEqualTo("none");
  }

  private Path supply(String name, String type, String key, String value) throws Exception {
    Path place = Files.createDirectories(supplies.resolve(name));
    Files.writeString(place.resolve("type"), type + "\n");
    Files.writeString(place.resolve(key), value + "\n");
    return place;
  }

  @Test
  void aBatteryCountsWhileItGivesPowerAndNothingElseDoes() throws Exception {
    Machine machine = Machine.withPowerSupplies(supplies);
    assertThat(machine.isOnBattery()).isFalse();

    supply("BAT0", "Battery", "status", "Discharging");
    supply("AC", "Mains", "online", "0");
    assertThat(machine.isOnBattery()).isTrue();

    supply("AC", "Mains", "online", "1");
    assertThat(machine.isOnBattery()).isFalse();
    supply("AC", "Mains", "online", "0");
    supply("BAT0", "Battery", "status", "Full");
    assertThat(machine.isOnBattery()).isFalse();
    assertThat(Machine.withPowerSupplies(supplies.resolve("absent")).isOnBattery()).isFalse();
  }

  @Test
  void thisMachineCanBeAsked() {
    Machine here = Machine.here();

    assertThat(here.isOnBattery()).isIn(true, false);
    here.load().ifPresent(load -> assertThat(load).isNotNegative());
  }
}
