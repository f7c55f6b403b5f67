package io.kirolinter.core.testkit.redis;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The protocol of Redis, as far as tests need it. For use by one thread at a time. */
final class RespConnection implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;

  RespConnection(Socket socket, Duration timeout) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    socket.setSoTimeout((int) timeout.toMillis());
  }

  /** Connects in clear, to the loopback address. */
  static RespConnection to(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    return new RespConnection(socket, Duration.ofSeconds(10));
  }

  /**
   * {@return the reply: nothing as the empty text, a list as its lines}
   *
   * @throws IllegalStateException if the reply is an error
   */
  String command(String... words) throws IOException {
    send(words);
    return read();
  }

  /** {@return the next reply, to whichever command} */
  String read() throws IOException {
    String line = line();
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case '+', ':' -> rest;
      case '$' -> bulk(Integer.parseInt(rest));
      case '*' -> list(Integer.parseInt(rest));
      default -> throw new IllegalStateException(rest);
    };
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void send(String... words) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(("*" + words.length + "\r\n").getBytes(StandardCharsets.UTF_8));
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      request.writeBytes(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.UTF_8));
      request.writeBytes(bytes);
      request.writeBytes(new byte[] {'\r', '\n'});
    }
    socket.getOutputStream().write(request.toByteArray());
  }

  private String list(int size) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      lines.add(read());
    }
    return String.join("\n", lines);
  }

  private String bulk(int length) throws IOException {
    if (length < 0) {
      return "";
    }
    byte[] bytes = in.readNBytes(length + 2);
    if (bytes.length < length + 2) {
      throw new EOFException("cut off in a reply");
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("cut off before a reply");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }
}
