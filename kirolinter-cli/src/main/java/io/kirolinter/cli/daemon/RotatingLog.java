package io.kirolinter.cli.daemon;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * A log file of lines with their times. When it is full it is put aside as {@code .1}, and the one
 * that was there as {@code .2}, which is the oldest that is kept: so all take no more than three
 * times the size. A disk that is full does not stop the daemon. Safe for use by many threads.
 */
final class RotatingLog extends Writer {

  private final Path file;
  private final long largest;
  private final InstantSource clock;
  private final StringBuilder line = new StringBuilder();
  private OutputStream out;
  private long size;
  private boolean broken;

  /**
   * Opens the log, and goes on after what is in it.
   *
   * @param largest how many bytes go into one file, at least about
   */
  RotatingLog(Path file, long largest, InstantSource clock) throws IOException {
    this.file = file;
    this.largest = largest;
    this.clock = clock;
    out = open();
  }

  private OutputStream open() throws IOException {
    OutputStream opened =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    size = Files.size(file);
    return opened;
  }

  @Override
  public void write(char[] text, int from, int length) {
    synchronized (lock) {
      line.append(text, from, length);
      int end = line.indexOf("\n");
      while (end >= 0) {
        writeLine(line.substring(0, end).stripTrailing());
        line.delete(0, end + 1);
        end = line.indexOf("\n");
      }
    }
  }

  private void writeLine(String text) {
    String whole = "%s %s%n".formatted(clock.instant().truncatedTo(ChronoUnit.SECONDS), text);
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    try {
      if (broken) {
        out = open();
      }
      if (size > 0 && size + bytes.length > largest) {
        rotate();
      }
      out.write(bytes);
      out.flush();
      size += bytes.length;
      broken = false;
    } catch (IOException e) {
      broken = true; // there is nowhere to tell it; the work goes on, and so does the next line
    }
  }

  private void rotate() throws IOException {
    out.close();
    Path first = file.resolveSibling(file.getFileName() + ".1");
    if (Files.exists(first)) {
      Path second = file.resolveSibling(file.getFileName() + ".2");
      Files.move(first, second, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(file, first, StandardCopyOption.REPLACE_EXISTING);
    out = open();
  }

  @Override
  public void flush() {
    // Each line is written when it is whole.
  }

  @Override
  public void close() throws IOException {
    synchronized (lock) {
      if (line.length() > 0) {
        writeLine(line.toString());
        line.setLength(0);
      }
      out.close();
    }
  }
}
