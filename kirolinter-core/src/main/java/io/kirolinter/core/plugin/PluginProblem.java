package io.kirolinter.core.plugin;

import io.kirolinter.core.error.ErrorMessage;

/**
 * Why a plugin was left out.
 *
 * @param plugin the name of its file
 * @param reason for people, without a full stop
 */
public record PluginProblem(String plugin, String reason) {

  /** {@return the problem as people read it, in one line} */
  public String text() {
    return ErrorMessage.cannot("load", "plugin", plugin)
        .found(reason)
        .remedy("It is left out; mend or remove the file.")
        .text();
  }
}
