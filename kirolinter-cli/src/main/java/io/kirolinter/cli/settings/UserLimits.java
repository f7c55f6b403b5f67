package io.kirolinter.cli.settings;

import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.settings.BackgroundLimits;
import io.kirolinter.workflow.limits.MachineLimits;
import io.kirolinter.workflow.schedule.WorkLimits;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The limits of the user's settings, as these are whenever a run is about to start. While the file
 * is wrong nothing starts, since nobody knows what it would forbid.
 */
public record UserLimits(MachineLimits machine, Supplier<Optional<BackgroundLimits>> settled)
    implements WorkLimits {

  @Override
  public Optional<String> obstacle() {
    try {
      return settled.get().flatMap(machine::obstacle);
    } catch (InvalidRequestException e) {
      return Optional.of("the settings are wrong: " + e.getMessage());
    }
  }
}
