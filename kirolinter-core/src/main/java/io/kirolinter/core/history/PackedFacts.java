package io.kirolinter.core.history;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.kirolinter.core.repository.RepositoryId;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Facts of many runs of one repository as one text, a sixth as long as their lines and read in a
 * fraction of the time. Nothing is lost. Stores keep one for each day that is over, beside the
 * lines it was made of.
 *
 * <p>The text, in UTF-8, is {@code 1:}, its version, the number of runs, and they. A run is its id
 * and a row of numbers. What runs have in common, such as the name of their template, is told by
 * the first of them, and the others refer to it.
 */
public final class PackedFacts {

  private static final byte[] VERSION = "1:".getBytes(US_ASCII);

  private PackedFacts() {}

  /** {@return these runs as a text} */
  public static byte[] of(List<RunFacts> runs) {
    FactsPacker packer = new FactsPacker(VERSION, runs.size());
    runs.forEach(packer::add);
    return packer.text();
  }

  /**
   * {@return the runs of a text, in the order in which they were put into it; empty if it was
   * damaged, or is of a form that is not known here: they have to be read one by one then}
   */
  public static Optional<List<RunFacts>> read(RepositoryId repository, byte[] text) {
    int version = VERSION.length;
    if (text.length < version || !Arrays.equals(VERSION, 0, version, text, 0, version)) {
      return Optional.empty();
    }
    try {
      return Optional.of(runs(new FactsUnpacker(repository, text, version)));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** Does the same on another thread. */
  public static CompletableFuture<Optional<List<RunFacts>>> readAhead(
      RepositoryId repository, Supplier<byte[]> text) {
    return CompletableFuture.supplyAsync(() -> read(repository, text.get()));
  }

  private static List<RunFacts> runs(FactsUnpacker unpacker) {
    int count = unpacker.count();
    List<RunFacts> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      runs.add(unpacker.next());
    }
    unpacker.requireEnd();
    return runs;
  }
}
