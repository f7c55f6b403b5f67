package io.kirolinter.agents.fix.verify;

import io.kirolinter.core.memory.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The end of an output of any length. Written by one thread, read by others. */
final class Tail {

  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_LINES = 20;

  private byte[] kept = new byte[0];

  /** Reads to the end, and forgets all but the last of it. */
  void readAll(InputStream output) throws IOException {
    byte[] buffer = new byte[8192];
    for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
      append(buffer, count);
    }
  }

  /** {@return the last lines, with secrets masked} */
  synchronized String lastLines() {
    List<String> lines = new String(kept, StandardCharsets.UTF_8).strip().lines().toList();
    int from = Math.max(0, lines.size() - MOST_LINES);
    return Redaction.of(String.join("\n", lines.subList(from, lines.size())));
  }

  private synchronized void append(byte[] more, int count) {
    int stays = Math.min(kept.length, MOST_BYTES - count);
    byte[] joined = new byte[stays + count];
    System.arraycopy(kept, kept.length - stays, joined, 0, stays);
    System.arraycopy(more, 0, joined, stays, count);
    kept = joined;
  }
}
