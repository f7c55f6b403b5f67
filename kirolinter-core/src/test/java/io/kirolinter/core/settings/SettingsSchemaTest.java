package io.kirolinter.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kirolinter.core.error.InvalidRequestException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema says of a file what the reader says, but for names that only the reader knows. */
class SettingsSchemaTest {

  private static final SettingsReader READER =
      SettingsReader.knowing(
          new Vocabulary(
              Set.of("java", "pmd", "sarif"), Set.of("unused-import", "empty-catch-block")));

  private final JsonSchema schema;

  SettingsSchemaTest() throws IOException {
    schema = new JsonSchema(new ObjectMapper().readTree(SettingsSchema.json()));
  }

  @Test
  void thePublishedFileIsTheOneOfThisRelease() throws IOException {
    assertThat(Files.readString(Path.of("../docs/settings.schema.json")))
        .isEqualTo(SettingsSchema.json());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verify: make",
        "analyzers: [java]",
        "pmd: {rulesets: [a.xml]}",
        "exclude: [a]",
        "suppress: [{rules: [unused-import]}, {categories: [security]}, {paths: [a]}]",
        "baseline: a.json",
        "generated: [a]",
        "include-tests: false",
        "learn: {share: rule-counts}",
        "proposals: {per-hour: 3, most-open: 5, draft: false, labels: [a], reviewers: false,"
            + " code-scanning: true,"
            + " forges: [{host: git.example.org, kind: gitlab, api: 'https://x/y'}]}",
        "background: {max-load: 1.5, on-battery: false, quiet-hours: ['mon-fri 09:00-17:30']}",
        "background: {quiet-hours: ['22:00-06:00']}",
        NotifyReaderTest.COMPLETE,
        "notify: []",
        "notify: [{channel: file, severity: critical, categories: [], owners: []}]",
        "notify: [{channel: teams, url-file: hook.url}]",
        "notify: [{channel: webhook, url-env: A, secret-file: key}]",
        "notify: [{channel: email, host: h, from: a@b.c, to: [authors, '@a', a@b.c]}]",
        "notify: [{channel: email, host: h, from: a@b.c, to: [owners], encryption: starttls,"
            + " user: u, password-env: P, domains: [Example.org], addresses: {}}]",
        TemplateReaderTest.COMPLETE,
        "templates: {a: {steps: [x]}}",
        "templates: {a: {steps: [{step: x, retry: {wait: 200ms}}]}}",
        "templates: {a: {steps: [{step: x, when: {findings: 3}}]}}",
        "templates: {a: {steps: [{step: x, when: {findings: low}}]}}",
        "templates: {a: {steps: [{step: x, when: {findings: {severity: low}}}]}}",
        "templates: {a: {steps: [{step: x, options: {a: [b, c], d: 1, e: true}}]}}",
      })
  void bothTakeWhatIsRight(String yaml) throws IOException {
    assertThatCode(() -> read(yaml)).doesNotThrowAnyException();
    assertThat(schema.accepts(node(yaml))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verfy: make",
        "verify: 17",
        "verify: ' '",
        "analyzers: java",
        "pmd: {ruleset: [a.xml]}",
        "suppress: [{}]",
        "suppress: [{rule: [a]}]",
        "suppress: [{categories: [smell]}]",
        "include-tests: 1",
        "notify: {channel: console}",
        "notify: [console]",
        "notify: [{severity: low}]",
        "notify: [{channel: slak, url-env: A}]",
        "notify: [{channel: console, severty: low}]",
        "notify: [{channel: console, severity: hgh}]",
        "notify: [{channel: console, categories: [smell]}]",
        "notify: [{channel: console, owners: [team]}]",
        "notify: [{channel: console, url-env: A}]",
        "notify: [{channel: file, to: [owners]}]",
        "notify: [{channel: slack}]",
        "notify: [{channel: slack, url: 'https://example.org'}]",
        "notify: [{channel: slack, url-env: 'https://example.org'}]",
        "notify: [{channel: slack, url-env: A, url-file: b}]",
        "notify: [{channel: teams, url-env: A, secret-env: B}]",
        "notify: [{channel: webhook, secret-env: A}]",
        "notify: [{channel: webhook, url-env: A, secret: b}]",
        "notify: [{channel: webhook, url-env: A, secret-env: 7up}]",
        "notify: [{channel: webhook, url-env: A, secret-env: B, secret-file: c}]",
        "notify: [{channel: email, from: a@b.c, to: [owners]}]",
        "notify: [{channel: email, host: h, to: [owners]}]",
        "notify: [{channel: email, host: h, from: a@b.c}]",
        "notify: [{channel: email, host: h, from: a, to: [owners]}]",
        "notify: [{channel: email, host: h, from: a@b.c, to: []}]",
        "notify: [{channel: email, host: h, from: a@b.c, to: [owner]}]",
        "notify: [{channel: email, host: h, from: a@b.c, to: ['a@b, c']}]",
        "notify: [{channel: email, host: h, from: a@b.c, to: [owners], url-env: A}]",
        "notify: [{channel: email, host: h, from: a@b.c, to: [owners], port: 0}]",
        "notify: [{channel: email, host: h, from: a@b.c, to: [owners], port: 65536}]",
        "notify: [{channel: email, host: h, from: a@b.c, to: [owners], port: smtp}]",
        "notify: [{channel: email, host: h, from: a@b.c, to: [owners], encryption: none}]",
        "notify: [{channel: email, host: h, from: a@b.c, to: [owners], user: u}]",
        "notify: [{channel: email, host: h, from: a@b.c, to: [owners], password-env: P}]",
        "notify: [{channel: email, host: h, from: a@b.c, to: [owners], user: u, password: p}]",
        "notify: [{channel: email, host: h, from: a@b.c, to: [owners], user: u,"
            + " password-env: P, password-file: p}]",
        "notify: [{channel: email, host: h, from: a@b.c, to: [owners], domains: [c]}]",
        "notify: [{channel: email, host: h, from: a@b.c, to: [owners], domains: [a@b.c]}]",
        "notify: [{channel: email, host: h, from: a@b.c, to: [owners], addresses: {a: b}}]",
        "notify: [{channel: email, host: h, from: a@b.c, to: [owners], addresses: [a@b.c]}]",
        "templates: [a]",
        "templates: {A: {steps: [x]}}",
        "templates: {a: {}}",
        "templates: {a: {steps: []}}",
        "templates: {a: {steps: x}}",
        "templates: {a: {steps: [1]}}",
        "templates: {a: {steps: [[x]]}}",
        "templates: {a: {name: a, steps: [x]}}",
        "templates: {a: {apply: tree, steps: [x]}}",
        "templates: {a: {verify: make, steps: [x]}}",
        "templates: {a: {description: [x], steps: [x]}}",
        "templates: {a: {steps: [x], scope: {path: [x]}}}",
        "templates: {a: {steps: [x], scope: {paths: []}}}",
        "templates: {a: {steps: [x], scope: {fixes: all}}}",
        "templates: {a: {steps: [x], scope: {order: 1}}}",
        "templates: {a: {steps: [x], scope: {effort: slow}}}",
        "templates: {a: {steps: [x], scope: {include-tests: maybe}}}",
        "templates: {a: {steps: [x], scope: {categories: [smell]}}}",
        "templates: {a: {steps: [{critical: true}]}}",
        "templates: {a: {steps: [{step: x, run: evil}]}}",
        "templates: {a: {steps: [{step: x, critical: 1}]}}",
        "templates: {a: {steps: [{step: x, timeout: 10}]}}",
        "templates: {a: {steps: [{step: x, timeout: 0s}]}}",
        "templates: {a: {steps: [{step: x, retry: {times: 21}}]}}",
        "templates: {a: {steps: [{step: x, retry: {times: -1}}]}}",
        "templates: {a: {steps: [{step: x, retry: {time: 1}}]}}",
        "templates: {a: {steps: [{step: x, retry: {wait: 1}}]}}",
        "templates: {a: {steps: [{step: x, when: {}}]}}",
        "templates: {a: {steps: [{step: x, when: {finding: 1}}]}}",
        "templates: {a: {steps: [{step: x, when: {findings: 0}}]}}",
        "templates: {a: {steps: [{step: x, when: {findings: grave}}]}}",
        "templates: {a: {steps: [{step: x, when: {findings: {min: 1}}}]}}",
        "templates: {a: {steps: [{step: x, when: {fixes-made: high}}]}}",
        "templates: {a: {steps: [{step: x, when: {files-changed: 1000001}}]}}",
        "templates: {a: {steps: [{step: x, when: 'findings > 3'}]}}",
        "templates: {a: {steps: [{step: x, options: [a]}]}}",
        "templates: {a: {steps: [{step: x, options: {a: {b: c}}}]}}",
        "templates: {a: {steps: [{step: x, options: {a: ~}}]}}",
      })
  void bothRefuseWhatIsWrong(String yaml) throws IOException {
    assertThatCode(() -> read(yaml)).isInstanceOf(InvalidRequestException.class);
    assertThat(schema.accepts(node(yaml))).isFalse();
  }

  private static JsonNode node(String yaml) throws IOException {
    return new YAMLMapper().readTree(yaml);
  }

  private static Settings read(String yaml) {
    return READER.read(".kirolinter.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }
}
