package io.kirolinter.core.testkit.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Listens to all commands that a server gets. Made by {@link RedisServer#monitor()}. */
public final class RedisMonitor implements AutoCloseable {

  private final RedisServer server;
  private final RespConnection connection;

  RedisMonitor(RedisServer server, RespConnection connection) throws IOException {
    this.server = server;
    this.connection = connection;
    connection.command("MONITOR");
  }

  /**
   * {@return the commands that came since the beginning or the last call, as the server shows them:
   * time, database, client, then every word in quotes; those of scripts too}
   */
  public List<String> seen() {
    String mark = "mark-" + System.nanoTime();
    server.command("ECHO", mark);
    try {
      List<String> lines = new ArrayList<>();
      for (String line = connection.read(); !line.contains(mark); line = connection.read()) {
        lines.add(line);
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
