package io.kirolinter.agents.testkit.forge;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Real git over HTTP: each request goes to git's own server program, as a web server would do. */
public final class GitBackend {

  private final Path root;

  /**
   * Serves repositories.
   *
   * @param root the folder of all repositories
   */
  public GitBackend(Path root) {
    this.root = root;
  }

  public void answer(HttpExchange exchange) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("git", "-c", "http.receivepack=true", "http-backend");
    Map<String, String> environment = builder.environment();
    environment.put("GIT_PROJECT_ROOT", root.toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("REMOTE_USER", "tester");
    environment.put("PATH_INFO", exchange.getRequestURI().getPath());
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    environment.put(
        "QUERY_STRING", Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    header(exchange, "Content-Type").ifPresent(value -> environment.put("CONTENT_TYPE", value));
    header(exchange, "Content-Encoding")
        .ifPresent(value -> environment.put("HTTP_CONTENT_ENCODING", value));
    header(exchange, "Git-Protocol").ifPresent(value -> environment.put("GIT_PROTOCOL", value));
    byte[] body = exchange.getRequestBody().readAllBytes();
    environment.put("CONTENT_LENGTH", String.valueOf(body.length));
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Thread feed =
        new Thread(
            () -> {
              try (var stdin = process.getOutputStream()) {
                stdin.write(body);
              } catch (IOException e) {
                // it has read what it needed
              }
            });
    feed.start();
    relay(process.getInputStream().readAllBytes(), exchange);
  }

  private static void relay(byte[] output, HttpExchange exchange) throws IOException {
    String text = new String(output, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    int status = 200;
    for (String line : text.substring(0, end).split("\r\n", -1)) {
      String[] pair = line.split(": ", 2);
      if (pair[0].equals("Status")) {
        status = Integer.parseInt(pair[1].substring(0, 3));
      } else {
        exchange.getResponseHeaders().set(pair[0], pair[1]);
      }
    }
    int length = output.length - end - 4;
    exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
    try (InputStream rest = new ByteArrayInputStream(output, end + 4, length)) {
      rest.transferTo(exchange.getResponseBody());
    }
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }
}
