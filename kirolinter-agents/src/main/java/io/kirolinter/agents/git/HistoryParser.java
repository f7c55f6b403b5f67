package io.kirolinter.agents.git;

import io.kirolinter.agents.git.HistoryEntry.ChangeKind;
import io.kirolinter.agents.git.HistoryEntry.ChangedPath;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.source.SourcePath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what {@code git log --raw -z} writes, commit by commit. */
final class HistoryParser {

  private static final char COMMIT = '\2';
  private static final String FIELD = "\u001f";

  /** The end of the year 9999; a broken clock may say more. */
  static final long LATEST = 253_402_300_799L;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream token = new ByteArrayOutputStream(256);
  private final Map<String, SourcePath> paths = new HashMap<>();
  private final Map<String, String> authors = new HashMap<>();
  private int next;
  private int end;

  HistoryParser(InputStream in) {
    this.in = in;
  }

  /** {@return how many commits there were} */
  int parse(Consumer<HistoryEntry> reader) throws IOException {
    int commits = 0;
    Optional<String> header = token();
    while (header.isPresent()) {
      List<ChangedPath> changes = new ArrayList<>();
      Optional<String> following = changes(changes);
      reader.accept(entry(header.get(), changes));
      commits++;
      header = following;
    }
    return commits;
  }

  /** Collects the changes of a commit, and gives back the header of the next one. */
  private Optional<String> changes(List<ChangedPath> changes) throws IOException {
    Optional<String> text = token().map(HistoryParser::withoutBreak);
    while (text.isPresent() && text.get().startsWith(":")) {
      change(text.get()).ifPresent(changes::add);
      text = token();
    }
    Map<SourcePath, Integer> lines = new HashMap<>();
    while (text.isPresent() && !isHeader(text.get())) {
      readLines(text.get(), lines);
      text = token();
    }
    changes.replaceAll(one -> one.withLines(lines.getOrDefault(one.path(), 0)));
    return text;
  }

  private static boolean isHeader(String text) {
    return !text.isEmpty() && text.charAt(0) == COMMIT;
  }

  /** Git sets a line break before the first change of a commit. */
  private static String withoutBreak(String text) {
    return text.startsWith("\n") ? text.substring(1) : text;
  }

  /**
   * A status reads {@code :<old mode> <new mode> <old hash> <new hash> <letter>}; a renamed file
   * has a figure behind the letter, and two paths.
   */
  private Optional<ChangedPath> change(String status) throws IOException {
    boolean regular = status.startsWith("100", 1) || status.startsWith("100", 8);
    char letter = status.charAt(status.lastIndexOf(' ') + 1);
    SourcePath path = path(required());
    Optional<SourcePath> to = letter == 'R' ? Optional.of(path(required())) : Optional.empty();
    if (!regular) {
      return Optional.empty();
    }
    return Optional.of(
        switch (letter) {
          case 'A' -> new ChangedPath(path, ChangeKind.ADDED);
          case 'D' -> new ChangedPath(path, ChangeKind.DELETED);
          case 'R' ->
              new ChangedPath(
                  to.orElseThrow(),
                  ChangeKind.RENAMED,
                  Optional.of(path),
                  status.endsWith("R100"),
                  0);
          default -> new ChangedPath(path, ChangeKind.MODIFIED);
        });
  }

  /**
   * Lines read {@code <added> TAB <removed> TAB <path>}, with {@code -} for what is no text; of a
   * renamed file, the path is empty, and the old and the new one follow.
   */
  private void readLines(String text, Map<SourcePath, Integer> lines) throws IOException {
    String[] fields = text.split("\t", 3);
    if (fields.length != 3) {
      throw new IOException("git log wrote '" + text + "' where counts of lines were expected");
    }
    String path = fields[2];
    if (path.isEmpty()) {
      required();
      path = required();
    }
    lines.put(path(path), count(fields[0]) + count(fields[1]));
  }

  private static int count(String written) {
    return written.equals("-") ? 0 : Integer.parseInt(written);
  }

  private String required() throws IOException {
    return token().orElseThrow(() -> new IOException("git log ended in a change"));
  }

  private SourcePath path(String written) {
    return paths.computeIfAbsent(written, SourcePath::of);
  }

  private HistoryEntry entry(String header, List<ChangedPath> changes) throws IOException {
    String[] fields = header.split(FIELD, 5);
    if (fields.length != 5 || header.charAt(0) != COMMIT) {
      throw new IOException("git log wrote '" + header + "' where a commit was expected");
    }
    return new HistoryEntry(
        CommitId.of(fields[0].substring(1)),
        Instant.ofEpochSecond(Math.min(LATEST, Long.parseLong(fields[1]))),
        authors.computeIfAbsent(fields[2].toLowerCase(Locale.ROOT), HistoryParser::hash),
        fields[3],
        fields[4].strip(),
        changes);
  }

  private static String hash(String address) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Reads to the next NUL. */
  private Optional<String> token() throws IOException {
    token.reset();
    while (true) {
      if (next == end && !fill()) {
        return Optional.empty();
      }
      int start = next;
      while (next < end && buffer[next] != 0) {
        next++;
      }
      token.write(buffer, start, next - start);
      if (next < end) {
        next++;
        return Optional.of(token.toString(StandardCharsets.UTF_8));
      }
    }
  }

  private boolean fill() throws IOException {
    next = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
