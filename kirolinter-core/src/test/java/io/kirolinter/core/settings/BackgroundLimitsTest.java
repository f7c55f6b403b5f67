package io.kirolinter.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.settings.BackgroundLimits.OnBattery;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundLimitsTest {

  @TempDir Path home;

  private BackgroundLimits ofUser(String yaml) throws Exception {
    Files.writeString(home.resolve("config.yaml"), yaml);
    return reader().ofUser(home).background().orElseThrow();
  }

  private static SettingsReader reader() {
    return SettingsReader.knowing(new Vocabulary(Set.of("java"), Set.of()));
  }

  @Test
  void areReadFromTheUsersFile() throws Exception {
    BackgroundLimits limits =
        ofUser(
            """
            background:
              max-load: 1.5
              on-battery: false
              quiet-hours: ["22:00-06:00", "mon-fri 09:00-17:30"]
            """);

    assertThat(limits.maxLoad()).hasValue(1.5);
    assertThat(limits.battery()).isEqualTo(OnBattery.WAIT);
    assertThat(limits.text())
        .isEqualTo("max-load 1.5; not on battery; quiet 22:00-06:00, mon-fri 09:00-17:30");
    assertThat(ofUser("background: {on-battery: true}\n")).isEqualTo(BackgroundLimits.none());
    assertThat(BackgroundLimits.none().text()).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{max-load: 0}              | a load above 0",
        "{max-load: much}           | a load above 0",
        "{on-battery: perhaps}      | true or false",
        "{quiet-hours: ['25:00-6']} | hours such as",
        "{quiet-hours: ['mon-fry 09:00-17:00']} | hours such as",
        "{quiet-hours: ['09:00-09:00']} | hours such as",
        "{quiet: true}              | there is no key 'quiet'",
      })
  void areRefusedWithTheirPlaceIfTheyAreWrong(String value, String error) {
    assertThatThrownBy(() -> ofUser("background: " + value + "\n"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("config.yaml")
        .hasMessageContaining("line 1")
        .hasMessageContaining(error);
  }

  @Test
  void theUsersFileCompletesWhatIsOver() {
    Settings with =
        reader().read("x", "background: {max-load: 2}\n".getBytes(StandardCharsets.UTF_8));

    assertThat(Settings.none().over(with).background()).isEqualTo(with.background());
    assertThat(with.withVerify("make").background()).isEqualTo(with.background());
  }

  @ParameterizedTest
  @CsvSource({
    // a Sunday evening, and the night after
    "22:00-06:00, 2026-11-22T21:59, false",
    "22:00-06:00, 2026-11-22T22:00, true",
    "22:00-06:00, 2026-11-23T05:59, true",
    "22:00-06:00, 2026-11-23T06:00, false",
    "sun 22:00-06:00, 2026-11-23T05:59, true",
    "mon 22:00-06:00, 2026-11-23T05:59, false",
    "mon-fri 09:00-17:30, 2026-11-22T10:00, false",
    "mon-fri 09:00-17:30, 2026-11-23T17:29, true",
    "fri-mon 09:00-17:30, 2026-11-22T10:00, true",
    "fri-mon 09:00-17:30, 2026-11-24T10:00, false",
  })
  void hoursAreOfTheDaysOnWhichTheyBegin(String text, LocalDateTime time, boolean quiet) {
    assertThat(QuietHours.read(text).orElseThrow().has(time)).isEqualTo(quiet);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9:00-17:00", "09:00", "mon", "mon-fri  09:00-17:00", "24:00-06:00"})
  void otherTextsAreNoHours(String text) {
    assertThat(QuietHours.read(text)).isEmpty();
  }
}
