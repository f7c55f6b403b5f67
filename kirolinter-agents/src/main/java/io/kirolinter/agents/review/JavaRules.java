package io.kirolinter.agents.review;

import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.security.WeakHash;
import io.kirolinter.agents.rule.smell.UnusedImport;
import java.util.Comparator;
import java.util.List;

/** All rules of the java analyzer. A new rule is added here. */
public final class JavaRules {

  /** Raised whenever any rule may give another result for the same file. */
  static final int VERSION = 1;

  private static final List<JavaRule> ALL =
      List.<JavaRule>of(
              // correctness
              // security
              new WeakHash(),
              // performance
              // smell
              new UnusedImport())
          .stream()
          .sorted(Comparator.comparing((JavaRule rule) -> rule.about().id()))
          .toList();

  private JavaRules() {}

  /** {@return every rule, ordered by id} */
  public static List<JavaRule> all() {
    return ALL;
  }
}
