package io.kirolinter.agents.report;

import com.google.common.collect.ImmutableMap;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.source.LineIndex;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import io.kirolinter.core.source.TextEdit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The findings of one file in SARIF's words. */
final class SarifResults {

  /** A snippet is for a quick look; a whole class is not one. */
  private static final int LONGEST_SNIPPET = 2_000;

  private final Optional<FileText> text;
  private final SarifRules rules;

  private SarifResults(Optional<FileText> text, SarifRules rules) {
    this.text = text;
    this.rules = rules;
  }

  static SarifResults of(
      Function<SourcePath, Optional<String>> textOf, FileReport file, SarifRules rules) {
    Optional<FileText> text =
        file.findings().isEmpty() ? Optional.empty() : textOf.apply(file.path()).map(FileText::of);
    return new SarifResults(text, rules);
  }

  Object result(Finding finding) {
    ImmutableMap.Builder<String, Object> result = ImmutableMap.builder();
    result.put("ruleId", finding.rule().value());
    result.put("ruleIndex", rules.indexOf(finding));
    result.put("level", SarifReport.level(finding));
    result.put("message", SarifReport.text(finding.message()));
    result.put("locations", List.of(ImmutableMap.of("physicalLocation", place(finding))));
    result.put(
        "partialFingerprints", ImmutableMap.of("kirolinter/v1", finding.fingerprint().value()));
    fix(finding).ifPresent(fix -> result.put("fixes", List.of(fix)));
    result.put(
        "properties",
        ImmutableMap.of(
            "category",
            finding.category().label(),
            "severity",
            finding.severity().name().toLowerCase(Locale.ROOT)));
    return result.build();
  }

  /** {@return where a file is; every char that is not plain in an address is encoded} */
  static Map<String, Object> location(SourcePath path) {
    StringBuilder uri = new StringBuilder();
    for (byte one : path.value().getBytes(StandardCharsets.UTF_8)) {
      if (isPlain((char) (one & 0xFF))) {
        uri.append((char) one);
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", one & 0xFF));
      }
    }
    return ImmutableMap.of("uri", uri.toString(), "uriBaseId", SarifReport.ROOT);
  }

  private Map<String, Object> place(Finding finding) {
    ImmutableMap.Builder<String, Object> region = ImmutableMap.builder();
    region.putAll(region(finding.range()));
    text.flatMap(file -> file.textOf(finding.range()))
        .filter(snippet -> !snippet.isEmpty() && snippet.length() <= LONGEST_SNIPPET)
        .ifPresent(snippet -> region.put("snippet", SarifReport.text(snippet)));
    return ImmutableMap.of("artifactLocation", location(finding.path()), "region", region.build());
  }

  private Optional<Object> fix(Finding finding) {
    return text.flatMap(
        file ->
            finding
                .fix()
                .filter(fix -> file.holds(fix.edits()))
                .map(fix -> fix(finding.path(), fix, file.lines())));
  }

  private static Object fix(SourcePath path, Fix fix, LineIndex lines) {
    List<Object> replacements =
        fix.edits().stream().sorted().<Object>map(edit -> replacement(edit, lines)).toList();
    return ImmutableMap.of(
        "description",
        SarifReport.text(fix.description()),
        "artifactChanges",
        List.of(ImmutableMap.of("artifactLocation", location(path), "replacements", replacements)),
        "properties",
        ImmutableMap.of("level", fix.level().name().toLowerCase(Locale.ROOT)));
  }

  private static Object replacement(TextEdit edit, LineIndex lines) {
    ImmutableMap.Builder<String, Object> replacement = ImmutableMap.builder();
    replacement.put("deletedRegion", region(lines.range(edit.start(), edit.end())));
    if (!edit.replacement().isEmpty()) {
      replacement.put("insertedContent", SarifReport.text(edit.replacement()));
    }
    return replacement.build();
  }

  private static Map<String, Object> region(SourceRange range) {
    return ImmutableMap.of(
        "startLine",
        range.startLine(),
        "startColumn",
        range.startColumn(),
        "endLine",
        range.endLine(),
        "endColumn",
        range.endColumn());
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~/$".indexOf(c) >= 0;
  }
}
