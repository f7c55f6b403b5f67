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
import io.kirolinter.core.source.SourceText;
import io.kirolinter.core.step.StepContext;
import java.util.ArrayList;
import java.util.HashMap;
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
  private int files;
  private int found;

  private PeoplesFixes(StepContext context, RecentChanges changes) {
    this.context = context;
    this.changes = changes;
    practices = Practices.of(context.memory(), context.repository().id());
  }

  /** {@return how many findings people made go away since the last look; remembers how} */
  static int look(StepContext context) {
    Optional<CommitId> base = context.plan().baseCommit();
    Practices known = Practices.of(context.memory(), context.repository().id());
    if (base.isEmpty() || known.lookedUpTo().equals(base)) {
      return 0;
    }
    try (RecentChanges changes = RecentChanges.in(context.repository())) {
      PeoplesFixes look = new PeoplesFixes(context, changes);
      DeepStack.runOnThreads(1, () -> look.all(base.get(), known.lookedUpTo()));
      known.lookedUpTo(base.get(), context.clock().instant());
      return look.found;
    }
  }

  private void all(CommitId base, Optional<CommitId> since) {
    int most = since.isPresent() ? MOST_COMMITS : FIRST_COMMITS;
    JavaParser parser = JavaParser.open();
    for (Change change : changes.of(base, since, most)) {
      context.cancellation().throwIfRequested();
      if (!change.message().contains(OWN) && files < MOST_FILES) {
        List<Practice> done = new ArrayList<>();
        change.files().stream()
            .filter(file -> !file.path().value().contains("src/test/"))
            .filter(file -> files++ < MOST_FILES)
            .forEach(file -> add(change, file, parser, done));
        practices.add(change.commit(), done);
        found += done.size();
      }
    }
  }

  private void add(Change change, Modified file, JavaParser parser, List<Practice> done) {
    Optional<String> before = text(changes.read(file.path(), file.before()));
    Optional<String> after = text(changes.read(file.path(), file.after()));
    if (before.isEmpty() || after.isEmpty()) {
      return;
    }
    SyntaxTree old = parser.parse(file.path(), before.get());
    SyntaxTree now = parser.parse(file.path(), after.get());
    if (!old.errors().isEmpty() || !now.errors().isEmpty()) {
      return;
    }
    Set<Fingerprint> hidden =
        checker.suppressed(now).stream().map(Finding::fingerprint).collect(Collectors.toSet());
    for (Finding gone : gone(checker.check(old).findings(), checker.check(now).findings())) {
      Optional<FixShape> shape =
          hidden.contains(gone.fingerprint())
              ? Optional.of(FixShape.suppressed())
              : FixShape.of(gone, before.get(), after.get());
      shape.ifPresent(
          how ->
              done.add(
                  new Practice(
                      gone.rule(), how.words(), how.advice(), change.commit(), change.at())));
    }
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
