package io.kirolinter.core.step;

import java.util.List;
import java.util.Optional;

/** A named role that offers steps. Found by {@link java.util.ServiceLoader}, or handed over. */
public interface Agent {

  /** {@return the name of the role, such as {@code reviewer}} */
  String name();

  /** {@return its steps, whose names no other agent uses} */
  List<Step> steps();

  /**
   * {@return the file name of the plugin that brought it along; empty for one that is no plugin's}
   */
  default Optional<String> plugin() {
    return Optional.empty();
  }
}
