package io.kirolinter.cli.output;

import io.kirolinter.agents.report.HtmlReport;
import io.kirolinter.agents.report.ReportSource;
import io.kirolinter.agents.report.SarifReport;
import io.kirolinter.core.json.Json;

/** The result of {@code analyze} in each of its formats. */
public final class AnalysisOutput {

  private AnalysisOutput() {}

  /** {@return the whole result, with a line break at its end} */
  public static String of(ReportSource source, Format format, TextStyle style) {
    return switch (format) {
      case TEXT -> AnalysisText.of(source.analysis(), source.textOf(), style);
      case JSON -> Json.writePretty(AnalysisJson.of(source.analysis())) + System.lineSeparator();
      case SARIF -> SarifReport.of(source);
      case HTML -> HtmlReport.of(source);
    };
  }
}
