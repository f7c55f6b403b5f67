package io.kirolinter.core.step;

import java.util.List;

/** A named role that offers steps. Found by {@link java.util.ServiceLoader}, or handed over. */
public interface Agent {

  /** {@return the name of the role, such as {@code reviewer}} */
  String name();

  /** {@return its steps, whose names no other agent uses} */
  List<Step> steps();
}
