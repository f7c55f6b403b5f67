package io.kirolinter.agents.baseline;

import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.source.SourcePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Pairs findings with entries, each at most once: first by fingerprint, then by the flagged text in
 * the same file, then in the file that a file which is gone has become.
 */
final class BaselineMatching {

  private final List<Finding> fresh;
  private final List<BaselineEntry> open;
  private final FlaggedTexts texts;
  private final IdentityHashMap<Finding, List<Object>> keys = new IdentityHashMap<>();
  private int known;

  BaselineMatching(List<Finding> findings, List<BaselineEntry> entries, FlaggedTexts texts) {
    this.fresh = new ArrayList<>(findings);
    this.open = new ArrayList<>(entries);
    this.texts = texts;
  }

  BaselineMatch run(Predicate<SourcePath> exists) {
    pair(
        fresh,
        open,
        finding -> List.of(finding.rule(), finding.fingerprint()),
        entry -> List.of(entry.rule(), entry.fingerprint()));
    if (!fresh.isEmpty() && !open.isEmpty()) {
      pairByText();
      followRenames(exists);
    }
    return new BaselineMatch(fresh, known, open);
  }

  private void pairByText() {
    pair(
        fresh,
        open,
        finding -> List.of(finding.path(), textKey(finding)),
        entry -> List.of(entry.path(), textKey(entry)));
  }

  private void followRenames(Predicate<SourcePath> exists) {
    Map<SourcePath, List<BaselineEntry>> gone =
        open.stream()
            .filter(entry -> !exists.test(entry.path()))
            .collect(Collectors.groupingBy(BaselineEntry::path, TreeMap::new, Collectors.toList()));
    gone.forEach(
        (path, entries) ->
            renamed(path, entries)
                .ifPresent(
                    found -> pair(found, entries, this::textKey, BaselineMatching::textKey)));
  }

  /** {@return the new findings of the one file that holds most of these entries, at least half} */
  private Optional<List<Finding>> renamed(SourcePath old, List<BaselineEntry> entries) {
    Map<SourcePath, List<Finding>> byFile =
        fresh.stream().collect(Collectors.groupingBy(Finding::path));
    return byFile.entrySet().stream()
        .filter(file -> common(file.getValue(), entries) * 2 >= entries.size())
        .max(
            Comparator.comparingInt(
                    (Map.Entry<SourcePath, List<Finding>> file) -> common(file.getValue(), entries))
                .thenComparing(file -> file.getKey().fileName().equals(old.fileName()))
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getValue);
  }

  private int common(List<Finding> findings, List<BaselineEntry> entries) {
    Map<Object, Integer> left = new HashMap<>();
    entries.forEach(entry -> left.merge(textKey(entry), 1, Integer::sum));
    int common = 0;
    for (Finding finding : findings) {
      common += left.merge(textKey(finding), -1, Integer::sum) >= 0 ? 1 : 0;
    }
    return common;
  }

  private void pair(
      Collection<Finding> findings,
      Collection<BaselineEntry> entries,
      Function<Finding, Object> keyOfFinding,
      Function<BaselineEntry, Object> keyOfEntry) {
    Map<Object, Deque<BaselineEntry>> waiting = new HashMap<>();
    for (BaselineEntry entry : entries) {
      waiting.computeIfAbsent(keyOfEntry.apply(entry), any -> new ArrayDeque<>()).add(entry);
    }
    Set<Object> paired = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Finding finding : findings) {
      BaselineEntry entry =
          waiting.getOrDefault(keyOfFinding.apply(finding), new ArrayDeque<>()).poll();
      if (entry != null) {
        paired.add(entry);
        paired.add(finding);
        known++;
      }
    }
    fresh.removeIf(paired::contains);
    open.removeIf(paired::contains);
  }

  private Object textKey(Finding finding) {
    return keys.computeIfAbsent(finding, one -> List.of(one.rule(), texts.hashOf(one)));
  }

  private static Object textKey(BaselineEntry entry) {
    return List.of(entry.rule(), entry.text());
  }
}
