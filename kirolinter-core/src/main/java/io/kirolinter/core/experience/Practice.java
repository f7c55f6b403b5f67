package io.kirolinter.core.experience;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.CommitId;
import java.time.Instant;

/**
 * How a person made a finding go away. It holds no code but names of methods.
 *
 * @param shape in a few words, such as {@code deleted the code} or {@code replaced get by find}
 * @param advice whether the person did what the suggestion of the rule says
 * @param commit where it was done
 * @param at when it was committed
 */
public record Practice(RuleId rule, String shape, Advice advice, CommitId commit, Instant at) {

  /** Whether a suggestion was followed. */
  public enum Advice {
    @JsonProperty("followed")
    FOLLOWED,
    @JsonProperty("own-way")
    OWN_WAY
  }

  public Practice {
    requireNonNull(rule, "rule");
    requireNonNull(advice, "advice");
    requireNonNull(commit, "commit");
    requireNonNull(at, "at");
    if (shape.isBlank()) {
      throw new IllegalArgumentException("a practice has a shape");
    }
  }
}
