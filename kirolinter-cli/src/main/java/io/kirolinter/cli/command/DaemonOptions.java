package io.kirolinter.cli.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a job's daemon, where it is started with the job. */
final class DaemonOptions {

  @Mixin ConcurrencyOption concurrency = new ConcurrencyOption();
  @Mixin RetentionOptions retention = new RetentionOptions();
  @Mixin DeclineOption decline = new DeclineOption();

  @Option(
      names = "--foreground",
      description = "With --mode background: start no daemon, and fire the jobs here until Ctrl-C.")
  boolean foreground;

  @Option(
      names = "--no-daemon",
      description = "With --mode background: only add the job; some daemon will fire it.")
  boolean noDaemon;

  /** {@return these options for {@code daemon run}} */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--concurrency", String.valueOf(concurrency.required())));
    arguments.addAll(retention.arguments());
    arguments.addAll(decline.arguments());
    return arguments;
  }
}
