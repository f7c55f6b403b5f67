package io.kirolinter.agents.git;

import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.repository.SnapshotFile.FileMode;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a commit, read from git's objects and not from a checkout. Links and submodules are
 * left out, and so are the files whose names are not UTF-8, for no text could name them.
 */
final class CommitSnapshot implements Snapshot {

  /** What git says in place of the size of a content that is not there; reading it fails. */
  private static final String MISSING = "BAD";

  private final CommitId commit;
  private final List<SnapshotFile> files;
  private final Map<SourcePath, SnapshotFile> byPath;
  private final Blobs blobs;

  private CommitSnapshot(CommitId commit, List<SnapshotFile> files, Blobs blobs) {
    this.commit = commit;
    this.files = files;
    this.blobs = blobs;
    byPath = new HashMap<>(files.size() * 2);
    files.forEach(file -> byPath.put(file.path(), file));
  }

  static CommitSnapshot of(Git git, CommitId commit) {
    byte[] listing = git.bytes("ls-tree", "-r", "-z", "--full-tree", "--long", commit.value());
    return new CommitSnapshot(commit, parsed(listing), new Blobs(git));
  }

  @Override
  public Optional<CommitId> commit() {
    return Optional.of(commit);
  }

  @Override
  public List<SnapshotFile> files() {
    return files;
  }

  @Override
  public Optional<SnapshotFile> file(SourcePath path) {
    return Optional.ofNullable(byPath.get(path));
  }

  @Override
  public byte[] read(SnapshotFile file) {
    FileLimits.check(file.path(), file.size());
    return blobs.read(file);
  }

  @Override
  public void close() {
    blobs.close();
  }

  private static List<SnapshotFile> parsed(byte[] listing) {
    List<SnapshotFile> files = new ArrayList<>();
    for (String entry : NulSeparated.texts(listing)) {
      parse(entry).ifPresent(files::add);
    }
    files.sort((a, b) -> a.path().compareTo(b.path()));
    return List.copyOf(files);
  }

  /** An entry reads {@code <mode> blob <hash> <padded size>\t<path>}. */
  private static Optional<SnapshotFile> parse(String entry) {
    if (!entry.startsWith("100")) {
      return Optional.empty();
    }
    int tab = entry.indexOf('\t');
    String[] fields = entry.substring(0, tab).split(" +", -1);
    FileMode mode = fields[0].equals("100755") ? FileMode.EXECUTABLE : FileMode.REGULAR;
    return Optional.of(
        new SnapshotFile(
            SourcePath.of(entry.substring(tab + 1)),
            new ContentHash(fields[2]),
            fields[3].equals(MISSING) ? 0 : Long.parseLong(fields[3]),
            mode));
  }
}
