package io.kirolinter.agents.learn;

import io.kirolinter.agents.git.RecentChanges;
import io.kirolinter.agents.git.RecentChanges.Change;
import io.kirolinter.agents.git.RecentChanges.Modified;
import io.kirolinter.agents.review.JavaChecker;
import io.kirolinter.agents.review.JavaRules;
import io.kirolinter.agents.syntax.DeepStack;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.experience.Practice;
import io.kirolinter.core.experience.Practices;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import io.kirolinter.core.step.StepContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sees how people made findings go away: each commit since the last look, file by file, before and
 * after. Commits of the product do not count, nor do merges.
 */
final class PeoplesFixes {

  private static final int MOST_COMMITS = 200;
  private static final int FIRST_COMMITS = 20;
  private static final int MOST_FILES = 60;
  private static final int LARGEST_FILE = 200_000;
  private static final String OWN = "KiroLinter-Run: ";

  private final StepContext context;
  private final RecentChanges changes;
  private final JavaChecker checker = JavaChecker.of(JavaRules.all());
  private final Practices practices;

  private PeoplesFixes(StepContext context, RecentChanges changes) {
    this.context = context;
    this.changes = changes;
    practices = Practices.of(context.memory(), context.repository().id());
  }

  /**
   * {@return how many findings people made go away since the last look; remembers how}
   *
   * @param workers how many threads look
   */
  static int look(StepContext context, int workers) {
    Optional<CommitId> base = context.plan().baseCommit();
    Practices known = Practices.of(context.memory(), context.repository().id());
    if (base.isEmpty() || known.lookedUpTo().equals(base)) {
      return 0;
    }
    try (RecentChanges changes = RecentChanges.in(context.repository())) {
      int found = new PeoplesFixes(context, changes).all(base.get(), known.lookedUpTo(), workers);
      known.lookedUpTo(base.get(), context.clock().instant());
      return found;
    }
  }

  /** A file before and after a commit. */
  private record Edit(Change change, SourcePath path, String before, String after) {}

  private int all(CommitId base, Optional<CommitId> since, int workers) {
    List<Edit> edits = edits(base, since);
    Map<Change, List<Practice>> done = new LinkedHashMap<>();
    List<List<Practice>> found = DeepStack.each(workers, edits, JavaParser::open, this::practices);
    for (int i = 0; i < edits.size(); i++) {
      done.computeIfAbsent(edits.get(i).change(), any -> new ArrayList<>()).addAll(found.get(i));
    }
    done.forEach((change, seen) -> practices.add(change.commit(), seen));
    return found.stream().mapToInt(List::size).sum();
  }

  private List<Edit> edits(CommitId base, Optional<CommitId> since) {
    int most = since.isPresent() ? MOST_COMMITS : FIRST_COMMITS;
    return changes.of(base, since, most).stream()
        .filter(change -> !change.message().contains(OWN))
        .flatMap(change -> change.files().stream().map(file -> Map.entry(change, file)))
        .filter(one -> !one.getValue().path().value().contains("src/test/"))
        .limit(MOST_FILES)
        .flatMap(one -> edit(one.getKey(), one.getValue()).stream())
        .toList();
  }

  private Optional<Edit> edit(Change change, Modified file) {
    Optional<String> before = text(changes.read(file.path(), file.before()));
    Optional<String> after = text(changes.read(file.path(), file.after()));
    return before.isEmpty() || after.isEmpty()
        ? Optional.empty()
        : Optional.of(new Edit(change, file.path(), before.get(), after.get()));
  }

  private List<Practice> practices(JavaParser parser, Edit edit) {
    context.cancellation().throwIfRequested();
    SyntaxTree old = parser.parse(edit.path(), edit.before());
    SyntaxTree now = parser.parse(edit.path(), edit.after());
    List<Practice> done = new ArrayList<>();
    if (old.errors().isEmpty() && now.errors().isEmpty()) {
      Set<Fingerprint> hidden =
          checker.suppressed(now).stream().map(Finding::fingerprint).collect(Collectors.toSet());
      for (Finding gone : gone(checker.check(old).findings(), checker.check(now).findings())) {
        shape(gone, edit, hidden)
            .ifPresent(
                how ->
                    done.add(
                        new Practice(
                            gone.rule(),
                            how.words(),
                            how.advice(),
                            edit.change().commit(),
                            edit.change().at())));
      }
    }
    return done;
  }

  private static Optional<FixShape> shape(Finding gone, Edit edit, Set<Fingerprint> hidden) {
    return hidden.contains(gone.fingerprint())
        ? Optional.of(FixShape.suppressed())
        : FixShape.of(gone, edit.before(), edit.after());
  }

  /** A method that was renamed takes its findings along: only where there are fewer, some went. */
  private static List<Finding> gone(List<Finding> before, List<Finding> after) {
    Set<Fingerprint> still = after.stream().map(Finding::fingerprint).collect(Collectors.toSet());
    Map<RuleId, Integer> fewer = new HashMap<>();
    before.forEach(one -> fewer.merge(one.rule(), 1, Integer::sum));
    after.forEach(one -> fewer.merge(one.rule(), -1, Integer::sum));
    List<Finding> gone = new ArrayList<>();
    for (Finding one : before) {
      int left = fewer.getOrDefault(one.rule(), 0);
      if (left > 0 && !still.contains(one.fingerprint())) {
        fewer.put(one.rule(), left - 1);
        gone.add(one);
      }
    }
    return gone;
  }

  private static Optional<String> text(byte[] content) {
    return content.length > LARGEST_FILE
        ? Optional.empty()
        : SourceText.decode(content).map(SourceText::text);
  }
}
