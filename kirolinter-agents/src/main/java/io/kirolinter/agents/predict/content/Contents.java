package io.kirolinter.agents.predict.content;

import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.store.ResultCache;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was counted in the files of a repository, each content once. To be used by one thread at a
 * time.
 */
public final class Contents {

  private static final int FILES_PER_UPDATE = 200;

  private final Map<Long, Content> byHash = new HashMap<>();
  private final Progress progress;
  private final Cancellation cancellation;
  private boolean grown;

  /** Raised when anything is counted otherwise. */
  private static final int VERSION = 1;

  /** As they are kept, by the hashes of the files; all numbers, as nothing of it is text. */
  @SuppressWarnings("ArrayRecordComponent") // private, read and written once
  private record Stored(long[] hashes, List<Content> contents) {

    Stored {
      contents = List.copyOf(contents);
      if (hashes.length != contents.size()) {
        throw new IllegalArgumentException("there must be one content for each file");
      }
    }
  }

  public Contents(Progress progress, Cancellation cancellation) {
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /** {@return the counts of a file; empty if it cannot be read} */
  public Optional<Content> of(Snapshot snapshot, SnapshotFile file) {
    long hash = hash(file);
    Content known = byHash.get(hash);
    if (known != null) {
      return Optional.of(known);
    }
    cancellation.throwIfRequested();
    Optional<Content> counted = counted(snapshot, file);
    counted.ifPresent(content -> add(hash, content));
    return counted;
  }

  private void add(long hash, Content content) {
    grown = true;
    byHash.put(hash, content);
    if (byHash.size() % FILES_PER_UPDATE == 0) {
      progress.update("files", byHash.size(), 0);
    }
  }

  /** Who analyses the file tells that it cannot be read; here it has no place among the others. */
  private static Optional<Content> counted(Snapshot snapshot, SnapshotFile file) {
    try {
      return Optional.of(ContentScan.of(snapshot.read(file)));
    } catch (WorkFailedException e) {
      return Optional.empty();
    }
  }

  /** Takes over what was kept; nothing if that is gone or damaged. */
  public void load(ResultCache cache, Repository repository) {
    String key = key(repository);
    String json = cache.get(List.of(key)).get(key);
    if (json != null) {
      try {
        Stored stored = Json.read(json, Stored.class);
        for (int i = 0; i < stored.hashes().length; i++) {
          byHash.put(stored.hashes()[i], stored.contents().get(i));
        }
      } catch (StoreException e) {
        byHash.clear(); // a cache may hold anything; it is written anew
      }
    }
  }

  /** Keeps the counts of some files, if anything new was counted, in place of what was kept. */
  public void save(ResultCache cache, Repository repository, List<SnapshotFile> files) {
    if (grown) {
      long[] hashes =
          files.stream().mapToLong(Contents::hash).distinct().filter(byHash::containsKey).toArray();
      List<Content> contents =
          Arrays.stream(hashes).mapToObj(hash -> requireNonNull(byHash.get(hash))).toList();
      cache.put(Map.of(key(repository), Json.write(new Stored(hashes, contents))));
    }
  }

  private static String key(Repository repository) {
    return "predict/content/%d/%s"
        .formatted(
            VERSION,
            Hashing.sha256().hashString(repository.id().value(), StandardCharsets.UTF_8).asLong());
  }

  private static long hash(SnapshotFile file) {
    return Hashing.farmHashFingerprint64()
        .hashString(file.hash().value(), StandardCharsets.UTF_8)
        .asLong();
  }
}
