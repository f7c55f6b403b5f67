package io.kirolinter.agents.predict.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kirolinter.agents.predict.history.Trend;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/** A figure that the model looks at. All are 0 or more. */
public enum Feature {
  @JsonProperty("lines")
  LINES(Signal.SIZE, (file, at) -> file.content().lines()),
  @JsonProperty("branches")
  BRANCHES(Signal.SIZE, (file, at) -> file.content().branches()),
  @JsonProperty("changes-5y")
  CHANGES_5Y(Signal.CHANGES, (file, at) -> file.history().sum(Trend.CHANGES_5Y, at)),
  @JsonProperty("changes-1y")
  CHANGES_1Y(Signal.CHANGES, (file, at) -> file.history().sum(Trend.CHANGES_1Y, at)),
  @JsonProperty("changes-90d")
  CHANGES_90D(Signal.CHANGES, (file, at) -> file.history().sum(Trend.CHANGES_90D, at)),
  @JsonProperty("fixes-5y")
  FIXES_5Y(Signal.FIXES, (file, at) -> file.history().sum(Trend.FIXES_5Y, at)),
  @JsonProperty("fixes-1y")
  FIXES_1Y(Signal.FIXES, (file, at) -> file.history().sum(Trend.FIXES_1Y, at)),
  @JsonProperty("authors")
  AUTHORS(Signal.AUTHORS, (file, at) -> file.history().authors()),
  @JsonProperty("age")
  AGE(Signal.AGE, (file, at) -> file.history().firstChange().map(t -> days(t, at)).orElse(0.0)),
  @JsonProperty("since-change")
  SINCE_CHANGE(Signal.AGE, (file, at) -> since(file.history().lastChange(), at)),
  @JsonProperty("since-fix")
  SINCE_FIX(Signal.FIXES, (file, at) -> since(file.history().lastFix(), at)),
  /** How many other files of the population it names. */
  @JsonProperty("uses")
  USES(Signal.USES, (file, at) -> file.uses());

  private static final double NEVER = 9_999;
  private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

  private final Signal signal;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final ToDoubleBiFunction<FileFacts, Instant> figure;

  Feature(Signal signal, ToDoubleBiFunction<FileFacts, Instant> figure) {
    this.signal = signal;
    this.figure = figure;
  }

  public Signal signal() {
    return signal;
  }

  double of(FileFacts file, Instant at) {
    return figure.applyAsDouble(file, at);
  }

  private static double since(Optional<Instant> moment, Instant at) {
    return moment.map(when -> days(when, at)).orElse(NEVER);
  }

  /** Clocks differ: what seems to come later counts as of now. */
  private static double days(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toSeconds() / SECONDS_PER_DAY);
  }
}
