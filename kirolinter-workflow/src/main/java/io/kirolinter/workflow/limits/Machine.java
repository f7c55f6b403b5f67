package io.kirolinter.workflow.limits;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The machine that work runs on. Safe for use by many threads. */
public interface Machine {

  /** {@return the load of the last minute; empty where the system does not tell} */
  OptionalDouble load();

  /** {@return whether a battery is all the power that it has; false where nobody can tell} */
  boolean isOnBattery();

  /** {@return this machine; on Linux it knows of batteries, elsewhere it has none} */
  static Machine here() {
    return withPowerSupplies(Path.of("/sys/class/power_supply"));
  }

  /**
   * {@return this machine}
   *
   * @param supplies the folder in which Linux tells of each power supply
   */
  static Machine withPowerSupplies(Path supplies) {
    return new Machine() {
      @Override
      public OptionalDouble load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? OptionalDouble.empty() : OptionalDouble.of(load);
      }

      @Override
      public boolean isOnBattery() {
        List<PowerSupply> all = PowerSupply.allIn(supplies);
        return all.stream().anyMatch(PowerSupply::isDischarging)
            && all.stream().noneMatch(PowerSupply::isMains);
      }
    };
  }

  /**
   * One thing that the machine gets its power from.
   *
   * @param place its folder
   */
  record PowerSupply(Path place) {

    static List<PowerSupply> allIn(Path folder) {
      try (Stream<Path> places = Files.list(folder)) {
        return places.map(PowerSupply::new).toList();
      } catch (IOException e) {
        return List.of(); // a machine without such a folder has no battery that it knows of
      }
    }

    boolean isDischarging() {
      return text("type").equals("Battery") && text("status").equals("Discharging");
    }

    boolean isMains() {
      return !text("type").equals("Battery") && text("online").equals("1");
    }

    private String text(String file) {
      try {
        return Files.readString(place.resolve(file)).strip();
      } catch (IOException e) {
        return ""; // not every supply tells everything
      }
    }
  }
}
