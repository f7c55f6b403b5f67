package io.kirolinter.core.testing;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.source.ContentHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a step has left behind.
 *
 * @param files of the folder of the run, with their hashes
 */
record Footprint(Map<String, String> memory, Map<String, String> files, Object outside) {

  Footprint {
    requireNonNull(outside, "outside");
    memory = new TreeMap<>(memory);
    files = new TreeMap<>(files);
  }

  static Footprint of(WatchedMemory memory, RepositoryId repository, Path folder, Object outside) {
    return new Footprint(memory.state(repository), filesIn(folder), outside);
  }

  private static Map<String, String> filesIn(Path folder) {
    Map<String, String> hashes = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return hashes;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String hash = ContentHash.of(Files.readAllBytes(file)).value();
        hashes.put(folder.relativize(file).toString(), hash);
      }
      return hashes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return what differs in a later footprint, for people} */
  List<String> differences(Footprint later) {
    List<String> all = new ArrayList<>();
    add(all, "the memory", memory, later.memory);
    add(all, "the folder of the run", files, later.files);
    add(all, "what is outside", outside, later.outside);
    return all;
  }

  private static void add(List<String> all, String what, Object before, Object after) {
    if (!after.equals(before)) {
      all.add("%s from %s to %s".formatted(what, before, after));
    }
  }
}
