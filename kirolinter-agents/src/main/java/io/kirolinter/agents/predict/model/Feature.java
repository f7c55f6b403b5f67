package io.kirolinter.agents.predict.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kirolinter.agents.predict.history.Trend;
import java.time.Instant;
import java.util.function.ToDoubleBiFunction;

/** A figure that the model looks at. All are 0 or more. */
public enum Feature {
  @JsonProperty("lines")
  LINES(Signal.SIZE, (file, at) -> file.content().lines()),
  @JsonProperty("focus-5y")
  FOCUS_5Y(Signal.CHANGES, (file, at) -> file.history().sum(Trend.FOCUS_5Y, at)),
  @JsonProperty("focus-1y")
  FOCUS_1Y(Signal.CHANGES, (file, at) -> file.history().sum(Trend.FOCUS_1Y, at)),
  @JsonProperty("fixes")
  FIXES(Signal.FIXES, (file, at) -> file.history().fixes());

  private final Signal signal;
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
}
