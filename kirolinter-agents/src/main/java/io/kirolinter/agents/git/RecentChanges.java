package io.kirolinter.agents.git;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.repository.SnapshotFile.FileMode;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the newest commits changed in files that were there before, with both contents. */
public final class RecentChanges implements AutoCloseable {

  private static final String START = "\u0002";
  private static final String FIELD = "\u001f";
  private static final int MODIFIED_FIELDS = 5;

  private final Git git;
  private final Blobs blobs;

  private RecentChanges(Git git) {
    this.git = git;
    blobs = new Blobs(git);
  }

  /** A commit, without merges, and the files that it modified. */
  public record Change(
      CommitId commit, Instant at, String committerEmail, String message, List<Modified> files) {

    public Change {
      requireNonNull(at, "at");
      files = List.copyOf(files);
    }
  }

  /** A file before and after. */
  public record Modified(SourcePath path, ContentHash before, ContentHash after) {}

  public static RecentChanges in(Repository repository) {
    return new RecentChanges(Git.in(repository.location()));
  }

  /**
   * {@return the changes, the newest first}
   *
   * @param since what is in its history does not count; empty, or one that is gone, for no limit
   * @param most how many commits at most
   */
  public List<Change> of(CommitId newest, Optional<CommitId> since, int most) {
    boolean known =
        since.isPresent() && git.attempt("cat-file", "-e", since.get() + "^{commit}").ok();
    String range = known ? since.get() + ".." + newest : newest.value();
    List<String> tokens =
        NulSeparated.texts(
            git.bytes(
                "log",
                "--max-count=" + most,
                "--no-merges",
                "--raw",
                "-z",
                "--no-renames",
                "--no-abbrev",
                "--diff-filter=M",
                "--ignore-submodules=all",
                "--encoding=UTF-8",
                "--format=tformat:%x02%H%x1f%ct%x1f%ce%x1f%B",
                range,
                "--",
                "*.java"));
    return parsed(tokens);
  }

  private static List<Change> parsed(List<String> tokens) {
    List<Change> changes = new ArrayList<>();
    List<Modified> files = new ArrayList<>();
    Optional<String> header = Optional.empty();
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i).stripLeading();
      if (token.startsWith(START)) {
        header.ifPresent(one -> changes.add(change(one, files)));
        files.clear();
        header = Optional.of(token.substring(START.length()));
      } else if (token.startsWith(":") && i + 1 < tokens.size()) {
        String[] fields = token.split(" ", -1);
        i++;
        if (fields.length == MODIFIED_FIELDS && fields[1].startsWith("100")) {
          files.add(
              new Modified(
                  SourcePath.of(tokens.get(i)),
                  new ContentHash(fields[2]),
                  new ContentHash(fields[3])));
        }
      }
    }
    header.ifPresent(one -> changes.add(change(one, files)));
    return changes;
  }

  private static Change change(String header, List<Modified> files) {
    String[] fields = header.split(FIELD, 4);
    return new Change(
        CommitId.of(fields[0]),
        Instant.ofEpochSecond(Long.parseLong(fields[1])),
        fields[2],
        fields[3],
        files);
  }

  /** {@return a content of a file} */
  public byte[] read(SourcePath path, ContentHash content) {
    return blobs.read(new SnapshotFile(path, content, 0, FileMode.REGULAR));
  }

  @Override
  public void close() {
    blobs.close();
  }
}
