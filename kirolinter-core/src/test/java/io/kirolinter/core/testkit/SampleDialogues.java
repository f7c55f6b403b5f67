package io.kirolinter.core.testkit;

import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.run.Dialogue;
import io.kirolinter.core.run.OpenQuestion;
import io.kirolinter.core.run.RunAnswer;
import io.kirolinter.core.run.RunAnswer.AskedFix;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.source.SourcePath;
import java.time.Instant;
import java.util.Optional;

/** What may have been said in a run. */
public final class SampleDialogues {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private SampleDialogues() {}

  /** {@return answers about a step and about a fix, two switches and an open question} */
  public static Dialogue everything() {
    return Dialogue.none()
        .answered(answer("one-by-one", Optional.empty(), Optional.empty()))
        .answered(answer("accept", Optional.of(fix()), Optional.empty()))
        .switched(RunMode.INTERACTIVE, RunMode.BACKGROUND, NOON, "Ada")
        .switched(RunMode.BACKGROUND, RunMode.INTERACTIVE, NOON, "Ada")
        .answered(answer("skip", Optional.empty(), Optional.of("not on a Friday")))
        .asking(new OpenQuestion("integrate", "run step 'integrate': 3 commits.", NOON));
  }

  private static AskedFix fix() {
    RuleId rule = RuleId.of("unused-import");
    SourcePath path = SourcePath.of("src/A.java");
    return new AskedFix(rule, path, 3, Fingerprint.of(rule, path, "", "import java.util.List;", 0));
  }

  private static RunAnswer answer(String what, Optional<AskedFix> fix, Optional<String> why) {
    return new RunAnswer("fix", what, fix, NOON, "Ada", why);
  }
}
