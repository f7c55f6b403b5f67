package io.kirolinter.core.plugin;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.notice.Message;

/** A channel of a plugin. */
record PluginChannel(String name, Channel channel, PluginCalls calls) implements Channel {

  static PluginChannel of(Channel channel, PluginCalls calls) {
    return new PluginChannel(requireNonNull(channel.name(), "name"), channel, calls);
  }

  @Override
  public String send(Message message) {
    return calls.run("channel", name, () -> requireNonNull(channel.send(message), "destination"));
  }
}
