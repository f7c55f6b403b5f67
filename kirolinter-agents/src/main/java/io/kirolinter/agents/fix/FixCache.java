package io.kirolinter.agents.fix;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.kirolinter.agents.fix.classpath.LibraryFiles;
import io.kirolinter.agents.fix.classpath.LibraryFolders;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.store.ResultCache;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sets of fixes that were made and checked before, for the same sources and findings, with the same
 * libraries.
 */
final class FixCache {

  /** Raised whenever the same request may come to another set. */
  private static final int VERSION = 4;

  private record Kept(LibraryFiles libraries, FixSet fixes) {}

  private final ResultCache cache;
  private final String rules;
  private final LibraryFolders libraries;

  /**
   * Uses a cache.
   *
   * @param rules a text that changes with the rules; empty if nothing must be kept
   * @param libraries where libraries are looked for
   */
  FixCache(ResultCache cache, String rules, LibraryFolders libraries) {
    this.cache = cache;
    this.rules = rules;
    this.libraries = libraries;
  }

  Optional<FixSet> get(FixRequest request) {
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    String key = keyOf(request);
    return Optional.ofNullable(cache.get(List.of(key)).get(key)).flatMap(this::read);
  }

  /**
   * Keeps a set.
   *
   * @param asked what the class paths of its check depend on; a library that has come or gone since
   *     makes the set worth nothing
   */
  void put(FixRequest request, FixSet fixes, LibraryFiles asked) {
    if (!rules.isEmpty()) {
      cache.put(Map.of(keyOf(request), Json.write(new Kept(asked, fixes))));
    }
  }

  /** An entry that cannot be read is made again, as one that is not there. */
  private Optional<FixSet> read(String json) {
    try {
      return Optional.of(Json.read(json, Kept.class))
          .filter(kept -> kept.libraries().areAsTheyWere(libraries))
          .map(kept -> FixSets.remembered(kept.fixes()));
    } catch (StoreException e) {
      return Optional.empty();
    }
  }

  /**
   * All that a set depends on: every source, as the compiler looks at the others too, and every
   * pom.
   */
  private String keyOf(FixRequest request) {
    Hasher hasher = Hashing.sha256().newHasher();
    add(hasher, VERSION + " " + rules + " " + Runtime.version().feature());
    add(hasher, request.level() + " " + request.limits() + " " + libraries);
    request.gates().forEach(gate -> add(hasher, gate.name()));
    request.snapshot().files().stream()
        .filter(file -> countsFor(file.path().value()))
        .forEach(file -> add(hasher, file.path() + " " + file.hash()));
    findingsThatCount(request).forEach(text -> add(hasher, text));
    return "fix-set:" + hasher.hash();
  }

  private static boolean countsFor(String path) {
    return path.endsWith(".java") || path.endsWith("pom.xml");
  }

  /** Their order decides only which ones a limit cuts off; without a limit it must not count. */
  private static Stream<String> findingsThatCount(FixRequest request) {
    Stream<String> texts = request.fixable().stream().map(FixCache::textOf);
    return request.limits().areSet() ? texts : texts.sorted();
  }

  private static String textOf(Finding finding) {
    return finding.fingerprint() + " " + finding.fix();
  }

  private static void add(Hasher hasher, String text) {
    hasher.putString(text, StandardCharsets.UTF_8).putByte((byte) 0);
  }
}
