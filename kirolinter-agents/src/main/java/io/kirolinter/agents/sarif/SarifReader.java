package io.kirolinter.agents.sarif;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a SARIF file as a stream, so that its size is no matter; only results are kept. What is
 * missing or of the wrong type is passed over, as tools are free with the format.
 */
final class SarifReader {

  /** More than anybody reads; a hostile file must not fill the memory. */
  private static final int MOST_RESULTS = 500_000;

  private final JsonWalk json;
  private final List<SarifRun> runs = new ArrayList<>();
  private Optional<String> version = Optional.empty();
  private int results;

  private SarifReader(JsonWalk json) {
    this.json = json;
  }

  /**
   * {@return the runs of a file}
   *
   * @throws InvalidRequestException if it cannot be read, or is no SARIF 2.1.0
   */
  static List<SarifRun> read(Path file) {
    try (InputStream bytes = withoutMark(file);
        JsonParser parser = new JsonFactory().createParser(bytes)) {
      parser.nextToken();
      SarifReader reader = new SarifReader(new JsonWalk(parser));
      reader.log();
      return reader.checked(file);
    } catch (JsonProcessingException e) {
      throw refused(file, "it is no JSON: " + placed(e), e);
    } catch (IOException e) {
      throw refused(file, Files.exists(file) ? String.valueOf(e) : "there is no such file", e);
    }
  }

  private static InputStream withoutMark(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    bytes.mark(3);
    if (bytes.read() != 0xEF || bytes.read() != 0xBB || bytes.read() != 0xBF) {
      bytes.reset();
    }
    return bytes;
  }

  private static String placed(JsonProcessingException error) {
    String what = String.valueOf(error.getOriginalMessage()).lines().findFirst().orElse("");
    return error.getLocation() == null
        ? what
        : what + " in line " + error.getLocation().getLineNr();
  }

  private static InvalidRequestException refused(Path file, String found, Exception cause) {
    return new InvalidRequestException(message(file, found), cause);
  }

  private static ErrorMessage message(Path file, String found) {
    return ErrorMessage.cannot("read", "SARIF file", file.toString())
        .found(found)
        .expected("SARIF 2.1.0, as tools write it")
        .remedy("Let the tool write the file again, or name another one.");
  }

  private List<SarifRun> checked(Path file) {
    String found = version.orElse("none");
    if (!found.startsWith("2.1")) {
      throw new InvalidRequestException(message(file, "its version is " + found));
    }
    return runs;
  }

  private void log() throws IOException {
    json.object(
        name -> {
          switch (name) {
            case "version" -> version = json.word();
            case "runs" -> json.array(() -> runs.add(run()));
            default -> json.skip();
          }
        });
  }

  private SarifRun run() throws IOException {
    SarifRun run = new SarifRun();
    json.object(
        name -> {
          switch (name) {
            case "tool" -> tool(run);
            case "results" -> json.array(() -> keep(run, new SarifResultReader(json).result()));
            case "artifacts" -> json.array(() -> run.artifacts.add(artifact()));
            case "originalUriBaseIds" -> json.object(id -> run.bases.put(id, artifactLocation()));
            case "columnKind" -> run.columnsInCodePoints = json.text().equals("unicodeCodePoints");
            case "invocations" -> json.array(() -> invocation(run));
            default -> json.skip();
          }
        });
    return run;
  }

  private void keep(SarifRun run, SarifResult result) {
    if (results == MOST_RESULTS) {
      run.cutShort = true;
    } else if (result.counts()) {
      results++;
      run.results.add(result);
    }
  }

  private SarifLocation artifact() throws IOException {
    SarifLocation place = new SarifLocation();
    json.object(
        name -> {
          if (name.equals("location")) {
            new SarifResultReader(json).artifactLocation(place);
          } else {
            json.skip();
          }
        });
    return place;
  }

  private SarifLocation artifactLocation() throws IOException {
    SarifLocation place = new SarifLocation();
    new SarifResultReader(json).artifactLocation(place);
    return place;
  }

  private void tool(SarifRun run) throws IOException {
    json.object(
        name -> {
          switch (name) {
            case "driver" -> component(run.driver);
            case "extensions" ->
                json.array(() -> run.extensions.add(component(new SarifComponent())));
            default -> json.skip();
          }
        });
  }

  private SarifComponent component(SarifComponent component) throws IOException {
    json.object(
        name -> {
          switch (name) {
            case "name" -> component.name = json.text();
            case "guid" -> component.guid = json.text();
            case "rules" -> json.array(() -> component.add(new SarifRuleReader(json).rule()));
            case "globalMessageStrings" -> new SarifRuleReader(json).texts(component.messages);
            default -> json.skip();
          }
        });
    return component;
  }

  private void invocation(SarifRun run) throws IOException {
    json.object(
        name -> {
          switch (name) {
            case "toolExecutionNotifications", "toolConfigurationNotifications" ->
                json.array(
                    () -> new SarifResultReader(json).notification().ifPresent(run.troubles::add));
            case "executionSuccessful" -> {
              if (json.text().equals("false")) {
                run.troubles.add(
                    new SarifRun.Trouble("its run was not successful", Optional.empty()));
              }
            }
            default -> json.skip();
          }
        });
  }
}
