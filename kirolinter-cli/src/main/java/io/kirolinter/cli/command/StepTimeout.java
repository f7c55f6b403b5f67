package io.kirolinter.cli.command;

import java.time.Duration;
import java.util.Optional;

/**
 * A time limit as it was typed.
 *
 * @param step empty for all steps
 */
record StepTimeout(Optional<String> step, Duration limit) {}
