package io.kirolinter.agents.git;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.SnapshotFile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Contents by their hashes, from one {@code git cat-file} that is started by the first reading and
 * again after it died. Many threads take turns.
 */
final class Blobs implements AutoCloseable {

  private static final int LONGEST_HEADER = 200;

  private final Git git;
  private Optional<Conversation> conversation = Optional.empty();
  private boolean closed;

  Blobs(Git git) {
    this.git = git;
  }

  synchronized byte[] read(SnapshotFile file) {
    if (closed) {
      throw new IllegalStateException("the snapshot is closed");
    }
    try {
      return started().ask(file.hash().value());
    } catch (IOException e) {
      hangUp();
      throw new WorkFailedException(
          ErrorMessage.cannot("read", "file", file.path().value())
              .found(String.valueOf(e.getMessage()))
              .expected("git object " + file.hash())
              .remedy("Check the repository with 'git fsck'."),
          e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    hangUp();
  }

  private Conversation started() {
    if (conversation.isEmpty()) {
      conversation = Optional.of(new Conversation(git.start("cat-file", "--batch")));
    }
    return conversation.get();
  }

  private void hangUp() {
    conversation.ifPresent(Conversation::end);
    conversation = Optional.empty();
  }

  /** One process that is asked for a hash a line and answers with a header and the content. */
  private static final class Conversation {

    private final Process process;
    private final OutputStream questions;
    private final InputStream answers;

    Conversation(Process process) {
      this.process = process;
      questions = process.getOutputStream();
      answers = new BufferedInputStream(process.getInputStream(), 64 * 1024);
    }

    byte[] ask(String hash) throws IOException {
      questions.write((hash + "\n").getBytes(StandardCharsets.US_ASCII));
      questions.flush();
      String[] header = header().split(" ", -1);
      if (header.length != 3 || !header[1].equals("blob")) {
        throw new IOException("git answered '" + String.join(" ", header) + "'");
      }
      return content(Integer.parseInt(header[2]));
    }

    private byte[] content(int size) throws IOException {
      byte[] content = answers.readNBytes(size);
      if (content.length < size || answers.read() != '\n') {
        throw new EOFException("git ended in the middle of the content");
      }
      return content;
    }

    private String header() throws IOException {
      StringBuilder header = new StringBuilder(64);
      for (int c = answers.read(); c != '\n'; c = answers.read()) {
        if (c < 0 || header.length() > LONGEST_HEADER) {
          throw new EOFException("git ended before it answered");
        }
        header.append((char) c);
      }
      return header.toString();
    }

    void end() {
      process.destroy();
    }
  }
}
