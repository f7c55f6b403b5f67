package io.kirolinter.cli.option.value;

import java.time.Duration;
import java.util.Optional;

/**
 * A time limit as it was typed.
 *
 * @param step empty for all steps
 */
public record StepTimeout(Optional<String> step, Duration limit) {}
