package io.kirolinter.agents.notify.people;

import io.kirolinter.agents.git.RecentAuthors;
import io.kirolinter.agents.git.RecentAuthors.Author;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.step.StepContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Whom findings concern. Immutable.
 *
 * @param owners who owns which files
 * @param authors who changed which files in the last 90 days
 */
public record Concerned(CodeOwners owners, RecentAuthors authors) {

  private static final Duration RECENT = Duration.ofDays(90);

  /**
   * {@return whom findings of a run can concern}
   *
   * @throws io.kirolinter.core.error.WorkFailedException if the history cannot be read
   */
  public static Concerned by(StepContext context) {
    RecentAuthors authors =
        context
            .snapshot()
            .commit()
            .map(
                commit ->
                    RecentAuthors.of(
                        context.repository(),
                        commit,
                        context.clock().instant().minus(RECENT),
                        context.cancellation()))
            .orElseGet(() -> new RecentAuthors(Map.of()));
    return new Concerned(CodeOwners.in(context.snapshot()), authors);
  }

  public List<String> ownersOf(Finding finding) {
    return owners.of(finding.path());
  }

  public List<Author> authorsOf(Finding finding) {
    return authors.of(finding.path().value());
  }
}
