package io.kirolinter.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.settings.Settings;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifyChoiceTest {

  private static final Settings REPOSITORY = Settings.none().withVerify("theirs");
  private static final Settings USER = Settings.none().withVerify("mine");
  private static final Optional<String> NOT_ASKED = Optional.empty();

  @Test
  void runsWhatIsAskedForOnTheCommandLineInAnyCase() {
    VerifyChoice choice = VerifyChoice.of(Optional.of("asked"), REPOSITORY, USER, any -> false);

    assertThat(choice.command()).contains("asked");
    assertThat(choice.notice()).isEmpty();
  }

  @Test
  void runsTheCommandOfTheRepositoryOnlyIfTrusted() {
    VerifyChoice choice = VerifyChoice.of(NOT_ASKED, REPOSITORY, USER, "theirs"::equals);

    assertThat(choice.command()).contains("theirs");
    assertThat(choice.notice()).isEmpty();
  }

  @Test
  void saysSoWhenItPassesOverTheCommandOfTheRepository() {
    VerifyChoice choice = VerifyChoice.of(NOT_ASKED, REPOSITORY, Settings.none(), any -> false);

    assertThat(choice.command()).isEmpty();
    assertThat(choice.notice())
        .contains(
            "not verified by the project's command 'theirs': it comes from .kirolinter.yaml and is"
                + " not trusted (to trust it: kirolinter config trust)");
  }

  @Test
  void runsTheUsersOwnCommandInItsPlaceAndSaysSoAllTheSame() {
    VerifyChoice choice = VerifyChoice.of(NOT_ASKED, REPOSITORY, USER, any -> false);

    assertThat(choice.command()).contains("mine");
    assertThat(choice.notice()).isPresent();
    assertThat(VerifyChoice.of(NOT_ASKED, Settings.none(), USER, any -> false))
        .isEqualTo(new VerifyChoice(Optional.of("mine"), Optional.empty()));
  }

  @Test
  void saysWhyACommandIsNotRun() {
    VerifyChoice mine = VerifyChoice.of(NOT_ASKED, Settings.none(), USER, any -> false);
    VerifyChoice none = VerifyChoice.of(NOT_ASKED, Settings.none(), Settings.none(), any -> true);
    VerifyChoice theirs = VerifyChoice.of(NOT_ASKED, REPOSITORY, USER, any -> false);

    assertThat(mine.without("no reason").command()).isEmpty();
    assertThat(mine.without("no reason").notice()).contains("not verified by 'mine': no reason");
    assertThat(none.without("no reason").notice()).isEmpty();
    assertThat(theirs.without("no reason").notice()).isEqualTo(theirs.notice());
  }
}
