package io.kirolinter.agents.fix.testkit;

import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.repository.SnapshotFile.FileMode;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files in memory. */
public final class MemorySnapshot implements Snapshot {

  private final Map<SourcePath, byte[]> files = new TreeMap<>();

  public MemorySnapshot with(String path, String content) {
    return with(path, content.getBytes(StandardCharsets.UTF_8));
  }

  public MemorySnapshot with(String path, byte[] content) {
    files.put(SourcePath.of(path), content);
    return this;
  }

  /** {@return what the rules find in all files that are UTF-8} */
  public List<Finding> findings(Collection<? extends JavaRule> rules) {
    return Findings.in(this, rules);
  }

  @Override
  public Optional<CommitId> commit() {
    return Optional.empty();
  }

  @Override
  public List<SnapshotFile> files() {
    return files.entrySet().stream()
        .map(
            file ->
                new SnapshotFile(
                    file.getKey(),
                    ContentHash.of(file.getValue()),
                    file.getValue().length,
                    FileMode.REGULAR))
        .toList();
  }

  @Override
  public byte[] read(SnapshotFile file) {
    return files.get(file.path()).clone();
  }

  @Override
  public void close() {}
}
