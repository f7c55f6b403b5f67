package io.kirolinter.analytics.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Chromium without a window, driven as the WebDriver standard says (w3.org/TR/webdriver2), by the
 * driver that comes with it.
 */
final class Browser implements AutoCloseable {

  private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process driver;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String place;
  private final String session;

  private Browser(Process driver, String place, Path profile) {
    this.driver = driver;
    this.place = place;
    session = send("POST", "/session", capabilities(profile)).get("sessionId").textValue();
  }

  /** {@return why there is none on this machine; empty if there is one} */
  static Optional<String> missing() {
    return Stream.of("chromium", "chromedriver")
        .filter(program -> onPath(program).isEmpty())
        .findFirst()
        .map(program -> "there is no " + program + " on the PATH");
  }

  static Browser start(Path profile) {
    try {
      Process driver =
          new ProcessBuilder(onPath("chromedriver").orElseThrow().toString(), "--port=0")
              .redirectErrorStream(true)
              .start();
      return new Browser(driver, "http://127.0.0.1:" + port(driver), profile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void open(URI address) {
    send("POST", path("/url"), Map.of("url", address.toString()));
  }

  /** {@return what a script gives back} */
  JsonNode run(String script) {
    return send("POST", path("/execute/sync"), Map.of("script", script, "args", List.of()));
  }

  /** Presses keys, one after the other; \uE004 is Tab, \uE006 is Enter. */
  void press(String keys) {
    List<Map<String, String>> strokes =
        keys.chars()
            .mapToObj(c -> String.valueOf((char) c))
            .flatMap(
                key ->
                    Stream.of(
                        Map.of("type", "keyDown", "value", key),
                        Map.of("type", "keyUp", "value", key)))
            .toList();
    send(
        "POST",
        path("/actions"),
        Map.of("actions", List.of(Map.of("type", "key", "id", "keyboard", "actions", strokes))));
  }

  /** Changes what the page sees of its surroundings, by a command of the browser's own protocol. */
  void emulate(String command, Map<String, ?> parameters) {
    send("POST", path("/goog/cdp/execute"), Map.of("cmd", command, "params", parameters));
  }

  /** {@return what the browser complained about since it was asked last} */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    send("POST", path("/se/log"), Map.of("type", "browser"))
        .forEach(entry -> complaints.add(entry.toString()));
    return complaints;
  }

  @Override
  public void close() {
    try {
      send("DELETE", path(""), Map.of());
    } finally {
      driver.descendants().forEach(ProcessHandle::destroyForcibly);
      driver.destroyForcibly();
    }
  }

  private String path(String command) {
    return "/session/" + session + command;
  }

  private JsonNode send(String method, String path, Map<String, ?> body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(place + path))
              .timeout(PATIENCE)
              .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
              .build();
      HttpResponse<String> answer =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + ": " + answer.body());
      }
      return JSON.readTree(answer.body()).get("value");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, ?> capabilities(Path profile) {
    List<String> options =
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,1000",
            "--user-data-dir=" + profile);
    return Map.of(
        "capabilities",
        Map.of(
            "alwaysMatch",
            Map.of(
                "browserName",
                "chrome",
                "goog:loggingPrefs",
                Map.of("browser", "ALL"),
                "goog:chromeOptions",
                Map.of("binary", onPath("chromium").orElseThrow().toString(), "args", options))));
  }

  /** The rest of what the driver says must not fill its pipe. */
  private static int port(Process driver) throws IOException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher started = STARTED.matcher(line);
      if (started.find()) {
        Thread rest = new Thread(() -> said.lines().forEach(more -> {}), "chromedriver-output");
        rest.setDaemon(true);
        rest.start();
        return Integer.parseInt(started.group(1));
      }
    }
    throw new IllegalStateException("chromedriver did not start");
  }

  private static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
