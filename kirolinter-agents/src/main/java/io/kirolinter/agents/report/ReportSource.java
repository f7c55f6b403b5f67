package io.kirolinter.agents.report;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.source.SourcePath;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a report is made of. The same source gives the same report, byte for byte.
 *
 * @param rules the rules that were looked for, whether they found something or not
 * @param textOf reads a file of the analysis, without its byte order mark; empty if that cannot be
 *     done, and excerpts and fixes of that file are left out then
 * @param pageOf finds the page of a rule, Markdown; empty if it has none
 */
public record ReportSource(
    AnalysisReport analysis,
    List<Rule> rules,
    Tool tool,
    Origin origin,
    Function<SourcePath, Optional<String>> textOf,
    Function<RuleId, Optional<String>> pageOf) {

  public ReportSource {
    requireNonNull(analysis, "analysis");
    rules = List.copyOf(rules);
    requireNonNull(tool, "tool");
    requireNonNull(origin, "origin");
    requireNonNull(textOf, "textOf");
    requireNonNull(pageOf, "pageOf");
  }
}
