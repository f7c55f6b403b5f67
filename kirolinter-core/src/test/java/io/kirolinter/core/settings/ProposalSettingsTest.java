package io.kirolinter.core.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.run.Publication;
import io.kirolinter.core.settings.ProposalSettings.ForgeHost;
import io.kirolinter.core.settings.ProposalSettings.SizeLimits;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalSettingsTest {

  private static final SettingsReader READER =
      SettingsReader.knowing(new Vocabulary(Set.of(), Set.of()));

  @Test
  void areTwoDraftsAnHourAndTenAtOnceWhereNothingIsSettled() {
    ProposalSettings usual = read("{}");

    assertThat(usual).isEqualTo(ProposalSettings.none());
    assertThat(usual.mostPerHour()).isEqualTo(2);
    assertThat(usual.mostAtOnce()).isEqualTo(10);
    assertThat(usual.opened()).isEqualTo(Publication.DRAFT);
    assertThat(usual.wantedLabels()).containsExactly("kirolinter");
    assertThat(usual.asksReviewers()).isTrue();
    assertThat(usual.uploadsFindings()).isFalse();
    assertThat(usual.size().mostFiles()).isEqualTo(10);
    assertThat(usual.size().mostLines()).isEqualTo(200);
    assertThat(usual.size().mostFixes()).isEqualTo(Integer.MAX_VALUE);
    assertThat(usual.blameIgnore()).isEmpty();
  }

  @Test
  void sayWhatTheFileSays() {
    ProposalSettings settings =
        read(
            "proposals: {per-hour: 3, most-open: 5, draft: false, labels: [], reviewers: false,"
                + " code-scanning: true, most-files: 4, most-lines: 50, most-fixes: 7,"
                + " blame-ignore: true,"
                + " forges: [{host: Git.Example.org, kind: gitlab, api: 'https://x/y'}]}");

    assertThat(settings.mostPerHour()).isEqualTo(3);
    assertThat(settings.mostAtOnce()).isEqualTo(5);
    assertThat(settings.opened()).isEqualTo(Publication.READY);
    assertThat(settings.wantedLabels()).isEmpty();
    assertThat(settings.asksReviewers()).isFalse();
    assertThat(settings.uploadsFindings()).isTrue();
    assertThat(settings.size().mostFiles()).isEqualTo(4);
    assertThat(settings.size().mostLines()).isEqualTo(50);
    assertThat(settings.size().mostFixes()).isEqualTo(7);
    assertThat(settings.blameIgnore()).contains(true);
    assertThat(settings.forges())
        .containsExactly(
            new ForgeHost("git.example.org", "gitlab", Optional.of(URI.create("https://x/y"))));
  }

  @Test
  void areCompletedByThoseOfLessWeight() {
    ProposalSettings both =
        read("proposals: {per-hour: 3, most-lines: 9}")
            .over(
                read(
                    "proposals: {per-hour: 4, most-open: 6, most-lines: 8, most-files: 7,"
                        + " most-fixes: 6, blame-ignore: false}"));

    assertThat(both.mostPerHour()).isEqualTo(3);
    assertThat(both.mostAtOnce()).isEqualTo(6);
    assertThat(both.size())
        .isEqualTo(new SizeLimits(OptionalInt.of(7), OptionalInt.of(9), OptionalInt.of(6)));
    assertThat(both.blameIgnore()).contains(false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{per-our: 3}|Did you mean 'per-hour'?",
        "{most-files: 0}|a whole number from 1 to 1000000",
        "{per-hour: 0}|a whole number from 1 to 1000",
        "{draft: maybe}|true or false",
        "{forges: [{kind: gitlab}]}|host or kind is missing",
        "{forges: [{host: 'a b', kind: gitlab}]}|a host name",
        "{forges: [{host: a, kind: G}]}|such as gitlab",
        "{forges: [{host: a, kind: gitlab, api: 'ftp://x'}]}|an address with https://",
        "{forges: [{host: a, kind: gitlab, token: x}]}|there is no key 'token'"
      })
  void refuseWhatMakesNoSense(String text, String words) {
    assertThatThrownBy(() -> read("proposals: " + text))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(words);
  }

  private static ProposalSettings read(String text) {
    return READER.read("config.yaml", text.getBytes(UTF_8)).proposals();
  }
}
