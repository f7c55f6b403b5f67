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
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what {@code git log --raw -z} writes, commit by commit. */
final class HistoryParser {

  private static final char COMMIT = '\2';
  private static final String FIELD = "\u001f";

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
    Optional<String> status = token().map(HistoryParser::withoutBreak);
    while (status.isPresent() && status.get().startsWith(":")) {
      String path = token().orElseThrow(() -> new IOException("git log ended in a change"));
      change(status.get(), path).ifPresent(changes::add);
      status = token();
    }
    return status;
  }

  /** Git sets a line break before the first change of a commit. */
  private static String withoutBreak(String text) {
    return text.startsWith("\n") ? text.substring(1) : text;
  }

  /** A status reads {@code :<old mode> <new mode> <old hash> <new hash> <letter>}. */
  private Optional<ChangedPath> change(String status, String path) {
    boolean regular = status.startsWith("100", 1) || status.startsWith("100", 8);
    if (!regular) {
      return Optional.empty();
    }
    ChangeKind kind =
        switch (status.charAt(status.length() - 1)) {
          case 'A' -> ChangeKind.ADDED;
          case 'D' -> ChangeKind.DELETED;
          default -> ChangeKind.MODIFIED;
        };
    return Optional.of(new ChangedPath(paths.computeIfAbsent(path, SourcePath::of), kind));
  }

  private HistoryEntry entry(String header, List<ChangedPath> changes) throws IOException {
    String[] fields = header.split(FIELD, 4);
    if (fields.length != 4 || header.charAt(0) != COMMIT) {
      throw new IOException("git log wrote '" + header + "' where a commit was expected");
    }
    return new HistoryEntry(
        CommitId.of(fields[0].substring(1)),
        Instant.ofEpochSecond(Long.parseLong(fields[1])),
        authors.computeIfAbsent(fields[2], HistoryParser::hash),
        fields[3],
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
