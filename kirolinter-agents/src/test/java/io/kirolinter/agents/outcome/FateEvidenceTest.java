package io.kirolinter.agents.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.experience.Fate;
import io.kirolinter.core.forge.PullRequest.State;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FateEvidenceTest {

  /** Without a word of git: what follows from a forge, the branch and the finding. */
  @ParameterizedTest
  @CsvSource({
    // pull request, branch gone, text there, finding, fate
    ", false, false, SHOWN, OPEN",
    ", true, false, SHOWN, CLOSED",
    ", true, false, GONE, OVERTAKEN",
    ", true, false, NOT_LOOKED_FOR, OPEN",
    ", true, true, GONE, MERGED",
    ", false, false, GONE, OPEN",
    ", false, true, GONE, MERGED",
    ", false, true, SHOWN, OPEN",
    ", false, false, HIDDEN, SUPPRESSED",
    "OPEN, true, false, SHOWN, OPEN",
    "CLOSED, false, false, SHOWN, CLOSED",
    "CLOSED, false, false, GONE, OVERTAKEN",
    "CLOSED, false, true, GONE, MERGED",
    "CLOSED, false, false, NOT_LOOKED_FOR, OPEN",
    "MERGED, false, false, GONE, MERGED_WITH_CHANGES",
    "MERGED, false, false, SHOWN, OPEN",
    "MERGED, true, false, SHOWN, OPEN"
  })
  void decidesOnlyByWhatIsKnown(
      State pullRequest, boolean gone, boolean text, Sighting finding, Fate fate) {
    FateEvidence evidence =
        new FateEvidence(
            text,
            false,
            Optional.empty(),
            Optional.empty(),
            finding,
            Optional.ofNullable(pullRequest),
            gone);

    assertThat(evidence.first().fate()).isEqualTo(fate);
  }

  @ParameterizedTest
  @CsvSource({
    // text there, text there when it landed, finding, fate
    "true, false, GONE, MERGED",
    "true, false, NOT_LOOKED_FOR, MERGED",
    "true, false, SHOWN, MERGED",
    "false, true, GONE, MERGED",
    "false, true, SHOWN, REVERTED",
    "false, false, GONE, MERGED_WITH_CHANGES",
    "false, false, SHOWN, REVERTED",
    "false, false, NOT_LOOKED_FOR, OPEN",
    "false, false, HIDDEN, SUPPRESSED"
  })
  void whatLandedIsJudgedByItsText(boolean text, boolean then, Sighting finding, Fate fate) {
    assertThat(landed(text, then, finding, Optional.empty()).first().fate()).isEqualTo(fate);
  }

  @Test
  void aRevertCountsUnlessItWasRevertedItself() {
    Optional<String> revert = Optional.of("abc");

    assertThat(landed(false, false, Sighting.NOT_LOOKED_FOR, revert).first().fate())
        .isEqualTo(Fate.REVERTED);
    assertThat(landed(false, false, Sighting.GONE, revert).afterMerge())
        .get()
        .extracting(FateEvidence.Ruling::fate)
        .isEqualTo(Fate.REVERTED);
    assertThat(landed(true, false, Sighting.GONE, revert).afterMerge()).isEmpty();
    assertThat(landed(true, false, Sighting.GONE, revert).first().fate()).isEqualTo(Fate.MERGED);
  }

  @Test
  void whatWasMergedStaysSoUntilTheFindingIsBack() {
    assertThat(landed(false, false, Sighting.GONE, Optional.empty()).afterMerge()).isEmpty();
    assertThat(landed(false, false, Sighting.NOT_LOOKED_FOR, Optional.empty()).afterMerge())
        .isEmpty();
    assertThat(
            landed(false, false, Sighting.SHOWN, Optional.empty())
                .afterMerge()
                .orElseThrow()
                .fate())
        .isEqualTo(Fate.REVERTED);
    assertThat(
            landed(false, false, Sighting.HIDDEN, Optional.empty())
                .afterMerge()
                .orElseThrow()
                .fate())
        .isEqualTo(Fate.SUPPRESSED);
  }

  private static FateEvidence landed(
      boolean text, boolean then, Sighting finding, Optional<String> revert) {
    return new FateEvidence(
        text, then, Optional.of("it came"), revert, finding, Optional.empty(), false);
  }
}
