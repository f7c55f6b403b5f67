package io.kirolinter.cli.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;

/** What a daemon may be told wherever it is started or described. */
final class DaemonRunOptions {

  @Mixin ConcurrencyOption concurrency = new ConcurrencyOption();
  @Mixin RetentionOptions retention = new RetentionOptions();
  @Mixin DeclineOption decline = new DeclineOption();

  /** {@return these options for {@code daemon run}} */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--concurrency", String.valueOf(concurrency.required())));
    arguments.addAll(retention.arguments());
    arguments.addAll(decline.arguments());
    return arguments;
  }
}
