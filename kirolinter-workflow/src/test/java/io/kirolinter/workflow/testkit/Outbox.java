package io.kirolinter.workflow.testkit;

import io.kirolinter.core.step.StepContext;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The world outside, which takes a message once for each key of a step, as forges and channels do,
 * and remembers how often it was asked. Safe for use by many processes.
 */
public record Outbox(Path folder) {

  /** Sends what a step has to say, unless an earlier attempt did. */
  public void send(StepContext context) throws IOException {
    Files.createDirectories(folder);
    String key = context.idempotencyKey().replace('/', '-');
    Path message = folder.resolve(context.runId() + "@" + key);
    try {
      Files.createFile(message);
    } catch (FileAlreadyExistsException e) {
      Files.writeString(message, "again\n", StandardOpenOption.APPEND);
    }
  }

  /** {@return the runs whose messages were sent, in order, each as often as it was} */
  public List<String> senders() throws IOException {
    try (Stream<Path> sent = Files.list(folder)) {
      return sent.map(file -> file.getFileName().toString().replaceFirst("@.*", ""))
          .sorted()
          .toList();
    }
  }
}
