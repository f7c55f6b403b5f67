package io.kirolinter.agents.baseline;

import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.source.SourcePath;
import java.util.List;
import java.util.function.BiPredicate;

/** What a baseline says of the findings of an analysis. */
public final class BaselineMatch {

  private final List<Finding> fresh;
  private final int known;
  private final List<BaselineEntry> unmatched;

  BaselineMatch(List<Finding> fresh, int known, List<BaselineEntry> unmatched) {
    this.fresh = List.copyOf(fresh);
    this.known = known;
    this.unmatched = List.copyOf(unmatched);
  }

  /** {@return the findings that the baseline does not know, in their order} */
  public List<Finding> fresh() {
    return fresh;
  }

  /** {@return how many findings it knows} */
  public int known() {
    return known;
  }

  /** {@return how many entries found nothing, of those that were looked for} */
  public int gone(BiPredicate<RuleId, SourcePath> lookedFor) {
    return (int) unmatched.stream().filter(one -> lookedFor.test(one.rule(), one.path())).count();
  }
}
