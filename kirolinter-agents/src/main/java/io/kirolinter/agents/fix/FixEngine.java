package io.kirolinter.agents.fix;

import io.kirolinter.agents.fix.file.FixRules;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.core.artifact.FixSet;
import java.util.Collection;

/**
 * Makes a set of fixes that passed every gate, in memory: nothing is written anywhere. Safe for use
 * by many threads.
 *
 * <p>Files are fixed one by one, one rule after the other, and each step is checked: no overlap, no
 * syntax error, no change outside of the edits, the finding gone and no new one. Then the gates of
 * the request look at all files together. A fix that does not pass is found by bisection and left
 * out; the others stay.
 */
public final class FixEngine {

  private final FixRules rules;
  private final int workers;

  private FixEngine(FixRules rules, int workers) {
    this.rules = rules;
    this.workers = workers;
  }

  /**
   * {@return an engine for the fixes of these rules}
   *
   * @param rules all rules that look at the result, those without fixes too
   * @param workers how many threads fix files at once; 1 or more
   */
  public static FixEngine of(Collection<JavaRule> rules, int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be >= 1, was " + workers);
    }
    return new FixEngine(FixRules.of(rules), workers);
  }

  /**
   * {@return what can be fixed, and what had to be left out}
   *
   * @throws java.util.concurrent.CancellationException if the request is cancelled meanwhile
   * @throws io.kirolinter.core.error.WorkFailedException if the running Java has no compiler
   */
  public FixSet fix(FixRequest request) {
    return new FixSession(request, rules, workers).run();
  }
}
