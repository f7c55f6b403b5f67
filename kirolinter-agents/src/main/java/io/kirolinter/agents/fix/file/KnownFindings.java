package io.kirolinter.agents.fix.file;

import io.kirolinter.agents.fix.change.EditChain;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;

/** The findings of a file's first version, recognised in later ones wherever they moved. */
final class KnownFindings {

  /**
   * A finding of a later version.
   *
   * @param id that of the first version, if it was there
   * @param isNew whether it was not there
   */
  record Recognised(Located located, Fingerprint id, boolean isNew) {

    Finding finding() {
      return located.finding();
    }
  }

  private final List<Located> first;
  private final Map<Fingerprint, Located> byId = new HashMap<>();

  KnownFindings(FileVersion version) {
    first = version.findings();
    first.forEach(one -> byId.put(one.finding().fingerprint(), one));
  }

  boolean has(Fingerprint id) {
    return byId.containsKey(id);
  }

  /**
   * {@return all findings of a version; the best matches find each other first}
   *
   * @param gone findings that should not be there any more: found again only in their old place, as
   *     another place may come to look the same
   */
  List<Recognised> in(FileVersion version, Set<Fingerprint> gone) {
    EditChain chain = version.chain();
    Matching matching = new Matching(version.findings());
    matching.match(
        now -> origin(now.start(), chain).flatMap(from -> stretch(from, now, chain)),
        then -> Optional.of(List.of(then.start(), then.end())));
    matching.match(now -> inPlace(now, chain), KnownFindings::fingerprint);
    matching.match(now -> origin(now.start(), chain), then -> Optional.of(then.start()));
    matching.taken.addAll(gone);
    matching.match(KnownFindings::fingerprint, KnownFindings::fingerprint);
    matching.match(KnownFindings::message, KnownFindings::message);
    return matching.ended();
  }

  private Optional<Object> inPlace(Located now, EditChain chain) {
    Located then = byId.get(now.finding().fingerprint());
    int origin = chain.nearestOriginOf(now.start());
    return then != null && then.start() <= origin && origin <= then.end()
        ? fingerprint(now)
        : Optional.empty();
  }

  private static Optional<Object> fingerprint(Located one) {
    return Optional.of(one.finding().fingerprint());
  }

  private static Optional<Object> message(Located one) {
    return Optional.of(one.finding().message());
  }

  private static Optional<Object> stretch(Object from, Located now, EditChain chain) {
    return origin(Math.max(now.start(), now.end() - 1), chain).map(last -> List.of(from, last + 1));
  }

  private static Optional<Integer> origin(int offset, EditChain chain) {
    OptionalInt origin = chain.originOf(offset);
    return origin.isPresent() ? Optional.of(origin.getAsInt()) : Optional.empty();
  }

  /** Findings of now that look for their like among those of the first version. */
  private final class Matching {

    private final List<Located> unknown;
    private final Set<Fingerprint> taken = new HashSet<>();
    private final List<Recognised> recognised = new ArrayList<>();

    Matching(List<Located> now) {
      unknown = new ArrayList<>(now);
    }

    void match(
        Function<Located, Optional<? extends Object>> keyNow,
        Function<Located, Optional<? extends Object>> keyThen) {
      if (unknown.isEmpty()) {
        return;
      }
      Map<Object, Queue<Located>> missing = new HashMap<>();
      for (Located then : first) {
        if (!taken.contains(then.finding().fingerprint())) {
          key(then, keyThen).ifPresent(key -> add(key, then, missing));
        }
      }
      unknown.removeIf(now -> key(now, keyNow).filter(key -> isIn(missing, key, now)).isPresent());
    }

    List<Recognised> ended() {
      unknown.forEach(one -> recognised.add(new Recognised(one, newId(one.finding()), true)));
      return recognised;
    }

    private boolean isIn(Map<Object, Queue<Located>> missing, Object key, Located now) {
      Located same = missing.getOrDefault(key, new ArrayDeque<>()).poll();
      if (same != null) {
        taken.add(same.finding().fingerprint());
        recognised.add(new Recognised(now, same.finding().fingerprint(), false));
      }
      return same != null;
    }

    private static void add(Object key, Located then, Map<Object, Queue<Located>> missing) {
      missing.computeIfAbsent(key, any -> new ArrayDeque<>()).add(then);
    }

    private static Optional<Object> key(
        Located one, Function<Located, Optional<? extends Object>> likeness) {
      return likeness.apply(one).map(key -> List.of(one.finding().rule(), key));
    }
  }

  /** Ordinals start anew in every version, so that a fingerprint may be taken. */
  private Fingerprint newId(Finding finding) {
    Fingerprint id = finding.fingerprint();
    return byId.containsKey(id)
        ? Fingerprint.of(finding.rule(), finding.path(), "new", id.value(), 0)
        : id;
  }
}
