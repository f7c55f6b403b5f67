package io.kirolinter.agents.integrate;

import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.FileEdit;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.settings.ProposalSettings.SizeLimits;
import io.kirolinter.core.source.SourcePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Shares fixes out among proposals that people can review: by owner, and where those of one owner
 * are too many, file by file in the order of their names. The fixes of a file stay together, as
 * each counts on the ones before it; so a file that is too large by itself is a part of its own.
 */
final class FixParts {

  private static final int LONGEST_NAME = 40;

  private final FixSet fixes;
  private final SizeLimits limits;
  private final ToIntFunction<SourcePath> lines;

  /**
   * A part.
   *
   * @param name what distinguishes it in the name of a branch; empty if it is all
   */
  record Part(String name, FixSet fixes) {}

  private FixParts(FixSet fixes, SizeLimits limits, ToIntFunction<SourcePath> lines) {
    this.fixes = fixes;
    this.limits = limits;
    this.lines = lines;
  }

  /**
   * {@return all fixes as one part if they are within the limits, else several, those with the most
   * fixes first; the same of the same}
   *
   * @param owner who has to review a file
   * @param lines how many lines of a file differ
   */
  static List<Part> of(
      FixSet fixes,
      SizeLimits limits,
      Function<SourcePath, String> owner,
      ToIntFunction<SourcePath> lines) {
    FixParts parts = new FixParts(fixes, limits, lines);
    Set<SourcePath> all = new TreeSet<>(files(fixes));
    return parts.fits(all) ? List.of(new Part("", fixes)) : parts.byOwner(all, owner);
  }

  /** {@return the fixes in some files, with all else as it was} */
  static FixSet in(Predicate<SourcePath> wanted, FixSet fixes) {
    List<RuleChange> changes =
        fixes.changes().stream()
            .map(change -> in(wanted, change))
            .filter(change -> !change.files().isEmpty())
            .toList();
    return new FixSet(
        changes,
        fixes.dropped().stream().filter(one -> wanted.test(one.path())).toList(),
        fixes.gates(),
        fixes.waiting(),
        fixes.report());
  }

  private static RuleChange in(Predicate<SourcePath> wanted, RuleChange change) {
    return new RuleChange(
        change.rule(),
        change.title(),
        change.fixes().stream().filter(fix -> wanted.test(fix.path())).toList(),
        change.files().stream().filter(edit -> wanted.test(edit.path())).toList());
  }

  static List<SourcePath> files(FixSet fixes) {
    return fixes.changes().stream()
        .flatMap(change -> change.files().stream())
        .map(FileEdit::path)
        .distinct()
        .toList();
  }

  private List<Part> byOwner(Set<SourcePath> all, Function<SourcePath, String> owner) {
    Map<String, List<SourcePath>> groups = new TreeMap<>();
    all.forEach(
        path -> groups.computeIfAbsent(owner.apply(path), any -> new ArrayList<>()).add(path));
    Set<String> names = new HashSet<>();
    List<Part> parts = new ArrayList<>();
    groups.forEach(
        (who, files) ->
            packed(files).forEach(some -> parts.add(part(free(named(who), names), some))));
    parts.sort(Comparator.comparingInt((Part part) -> part.fixes().applied()).reversed());
    return List.copyOf(parts);
  }

  private List<Set<SourcePath>> packed(List<SourcePath> files) {
    List<Set<SourcePath>> packs = new ArrayList<>();
    Set<SourcePath> pack = new TreeSet<>();
    for (SourcePath file : files) {
      pack.add(file);
      if (pack.size() > 1 && !fits(pack)) {
        pack.remove(file);
        packs.add(pack);
        pack = new TreeSet<>(List.of(file));
      }
    }
    packs.add(pack);
    return packs;
  }

  private boolean fits(Collection<SourcePath> files) {
    return files.size() <= limits.mostFiles()
        && fixesIn(files) <= limits.mostFixes()
        && files.stream().mapToInt(lines).sum() <= limits.mostLines();
  }

  private long fixesIn(Collection<SourcePath> files) {
    return fixes.changes().stream()
        .flatMap(change -> change.fixes().stream())
        .map(AppliedFix::path)
        .filter(files::contains)
        .count();
  }

  private Part part(String name, Set<SourcePath> files) {
    return new Part(name, in(files::contains, fixes));
  }

  private static String named(String owner) {
    String plain =
        owner.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceFirst("^-+", "");
    String start = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    return start.isEmpty() ? "rest" : start.replaceFirst("-+$", "");
  }

  /** {@return the name, or the first one with a number that nobody has} */
  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int number = 2; !taken.add(free); number++) {
      free = name + "-" + number;
    }
    return free;
  }
}
