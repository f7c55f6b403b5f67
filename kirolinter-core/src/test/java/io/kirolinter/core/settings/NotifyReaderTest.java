package io.kirolinter.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.settings.MailServer.Encryption;
import io.kirolinter.core.settings.NotifyEntry.Way;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotifyReaderTest {

  static final String COMPLETE =
      """
      notify:
        - channel: slack
          url-env: TEAM_HOOK
          severity: high
          categories: [security, correctness]
          owners: ["@org/team", ada@example.org]
        - channel: webhook
          url-file: hook.url
          secret-env: HOOK_KEY
        - channel: email
          host: smtp.example.org
          port: 2525
          encryption: tls
          user: robot
          password-file: /home/ada/mail
          from: robot@example.org
          to: [owners, authors, "@org/team", dev@example.com]
          domains: [example.org]
          addresses: {"@org/team": team@example.org}
        - channel: console
      """;

  @Test
  void readsEveryKey() {
    assertThat(read(COMPLETE).notices())
        .containsExactly(
            new NotifyEntry(
                Way.SLACK,
                Severity.HIGH,
                Set.of(Category.SECURITY, Category.CORRECTNESS),
                List.of("@org/team", "ada@example.org"),
                Optional.of(SecretPlace.variable("TEAM_HOOK")),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of()),
            new NotifyEntry(
                Way.WEBHOOK,
                Severity.LOW,
                Set.of(),
                List.of(),
                Optional.of(SecretPlace.file("hook.url")),
                Optional.of(SecretPlace.variable("HOOK_KEY")),
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of()),
            new NotifyEntry(
                Way.EMAIL,
                Severity.LOW,
                Set.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                    new MailServer(
                        "smtp.example.org",
                        2525,
                        Encryption.TLS,
                        Optional.of("robot"),
                        Optional.of(SecretPlace.file("/home/ada/mail")),
                        "robot@example.org")),
                List.of("owners", "authors", "@org/team", "dev@example.com"),
                List.of("example.org"),
                Map.of("@org/team", "team@example.org")),
            new NotifyEntry(
                Way.CONSOLE,
                Severity.LOW,
                Set.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of()));
  }

  @Test
  void saysAllOfAnEntryInOneLineThatIsTrusted() {
    assertThat(read(COMPLETE).notices().stream().map(NotifyEntry::text))
        .containsExactly(
            "notify slack, severity high, categories correctness,security,"
                + " owners @org/team,ada@example.org, url variable TEAM_HOOK",
            "notify webhook, severity low, url file hook.url, secret variable HOOK_KEY",
            "notify email, severity low, server smtp.example.org:2525, encryption tls, user robot,"
                + " password file /home/ada/mail, from robot@example.org,"
                + " to owners,authors,@org/team,dev@example.com, domains example.org,"
                + " addresses {@org/team=team@example.org}",
            "notify console, severity low");
  }

  @Test
  void takesTheUsualPorts() {
    String mail = "notify: [{channel: email, host: h, from: a@b.c, to: [owners]%s}]";

    assertThat(server(mail.formatted("")))
        .isEqualTo(
            new MailServer(
                "h", 587, Encryption.STARTTLS, Optional.empty(), Optional.empty(), "a@b.c"));
    assertThat(server(mail.formatted(", encryption: tls")).port()).isEqualTo(465);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{severity: low}]|line 1, column 10: the key 'channel' is missing|console, file, webhook",
        "[{channel: slak}]|there is no channel 'slak'|Did you mean 'slack'?",
        "[{channel: console, severty: low}]|there is no key 'severty'|Did you mean 'severity'?",
        "[{channel: console, severity: hgh}]|there is no severity 'hgh'|Did you mean 'high'?",
        "[{channel: console, categories: [securty]}]|category 'securty'|Did you mean 'security'?",
        "[{channel: console, owners: [team]}]|'team'|an owner as in CODEOWNERS",
        "[{channel: console, url-env: A}]|there is no key 'url-env'|Known names",
        "[{channel: slack}]|the key 'url-env' is missing|'url-file'",
        "[{channel: slack, secret-env: A, url-env: A}]|no key 'secret-env'|'url-env'",
        "[{channel: slack, url-env: A, url-file: b}]|both 'url-env' and 'url-file'|one of them",
        "[{channel: email}]|the key 'host' is missing|mail server",
        "[{channel: email, host: h}]|the key 'from' is missing|that mails come from",
        "[{channel: email, host: h, from: a}]|'a'|a plain e-mail address",
        "[{channel: email, host: h, from: a@b.c}]|the key 'to' is missing|owners, authors",
        "[{channel: email, host: h, from: a@b.c, to: []}]|it names nobody|owners, authors",
        "[{channel: email, host: h, from: a@b.c, to: [owner]}]|addressee 'owner'|mean 'owners'?",
        "[{channel: email, host: h, from: a@b.c, to: ['a@b, c']}]|'a@b, c'|a plain e-mail",
        "[{channel: email, host: h, port: 0}]|the number 0|from 1 to 65535",
        "[{channel: email, host: h, port: smtp}]|the text 'smtp'|from 1 to 65535",
        "[{channel: email, host: h, encryption: tlss}]|encryption 'tlss'|Did you mean 'tls'?",
        "[{channel: email, host: h, encryption: none}]|encryption 'none'|a known encryption",
        "[{channel: email, host: h, user: u}]|one of user and password is missing|both",
        "[{channel: email, host: h, from: a@b.c, to: [owners], domains: [c]}]|'c'|follows the @",
      })
  void saysWhatIsWrongWhere(String yaml, String found, String help) {
    assertThatThrownBy(() -> read("notify: " + yaml))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Cannot read settings 'config.yaml'")
        .hasMessageContaining(found)
        .hasMessageContaining(help);
  }

  @ParameterizedTest
  @CsvSource({
    "'[{channel: slack, url: https://hooks.example.org/T0KEN}]', url",
    "'[{channel: webhook, secret: T0KEN}]', secret",
    "'[{channel: email, password: T0KEN}]', password",
  })
  void wantsNoSecretInTheFileAndDoesNotShowOne(String yaml, String key) {
    assertThatThrownBy(() -> read("notify: " + yaml))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("the key '" + key + "' would put a secret into this file")
        .hasMessageContaining("Write '" + key + "-env: NAME'")
        .hasMessageContaining("0600")
        .hasMessageNotContaining("T0KEN");
  }

  @Test
  void doesNotShowASecretThatStandsWhereItsVariableShould() {
    assertThatThrownBy(
            () -> read("notify: [{channel: slack, url-env: 'https://example.org/T0KEN'}]"))
        .hasMessageContaining("the name of an environment variable")
        .hasMessageNotContaining("T0KEN");
  }

  @Test
  void addsUpWithTheEntriesOfTheUser() {
    Settings both = read("notify: [{channel: console}]").over(read("notify: [{channel: file}]"));

    assertThat(both.notices().stream().map(NotifyEntry::channel))
        .containsExactly(Way.CONSOLE, Way.FILE);
  }

  @Test
  void isInsideOnlyOnTheConsoleAndInFiles() {
    assertThat(Way.values())
        .filteredOn(way -> !way.isOutside())
        .containsExactly(Way.CONSOLE, Way.FILE);
    assertThat(Way.EMAIL.label()).isEqualTo("email");
  }

  @Test
  void refusesPartsThatDoNotFit() {
    assertThatIllegalArgumentException().isThrownBy(() -> entry(Way.SLACK));
    assertThatIllegalArgumentException().isThrownBy(() -> entry(Way.EMAIL));
    assertThatIllegalArgumentException().isThrownBy(() -> SecretPlace.variable(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> mailServer("h", 0, "u"));
    assertThatIllegalArgumentException().isThrownBy(() -> mailServer(" ", 25, "u"));
    assertThatIllegalArgumentException().isThrownBy(() -> mailServer("h", 25, "u"));
  }

  private static MailServer mailServer(String host, int port, String user) {
    return new MailServer(host, port, Encryption.TLS, Optional.of(user), Optional.empty(), "a@b.c");
  }

  private static NotifyEntry entry(Way way) {
    return new NotifyEntry(
        way,
        Severity.LOW,
        Set.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Map.of());
  }

  private static MailServer server(String yaml) {
    return read(yaml).notices().get(0).server().orElseThrow();
  }

  private static Settings read(String yaml) {
    return SettingsReader.knowing(new Vocabulary(Set.of("java"), Set.of()))
        .read("config.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }
}
