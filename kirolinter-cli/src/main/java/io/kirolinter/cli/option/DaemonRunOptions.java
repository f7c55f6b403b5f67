package io.kirolinter.cli.option;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;

/** What a daemon may be told wherever it is started or described. */
public final class DaemonRunOptions {

  private @Mixin ConcurrencyOption concurrency = new ConcurrencyOption();
  private @Mixin RetentionOptions retention = new RetentionOptions();
  private @Mixin DeclineOption decline = new DeclineOption();

  /** {@return these options for {@code daemon run}} */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--concurrency", String.valueOf(concurrency.required())));
    arguments.addAll(retention.arguments());
    arguments.addAll(decline.arguments());
    return arguments;
  }

  /** {@return how many runs are done at a time} */
  public ConcurrencyOption concurrency() {
    return concurrency;
  }

  /** {@return what is kept} */
  public RetentionOptions retention() {
    return retention;
  }

  /** {@return what is done about a decline} */
  public DeclineOption decline() {
    return decline;
  }
}
