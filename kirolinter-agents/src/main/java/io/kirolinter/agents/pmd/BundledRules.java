package io.kirolinter.agents.pmd;

import com.google.common.base.Splitter;
import com.google.common.base.Suppliers;
import com.google.common.io.Resources;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import net.sourceforge.pmd.lang.rule.RuleSet;

/**
 * The rules that are on by default, from a table of ours. What is known about them is known without
 * loading PMD.
 */
final class BundledRules implements PmdRules {

  /** To be raised with every change of the table, or of how rules are run. */
  private static final int VERSION = 1;

  private static final Splitter COLUMNS = Splitter.on('|').trimResults();
  private static final Splitter TAGS = Splitter.on(',').trimResults().omitEmptyStrings();

  /** A rule of the table, and where PMD keeps it. */
  private record Entry(String resource, Rule about) {}

  private final Supplier<List<Entry>> entries = Suppliers.memoize(BundledRules::read);

  @Override
  public List<Rule> about() {
    return entries.get().stream().map(Entry::about).toList();
  }

  @Override
  public String version() {
    return "bundled" + VERSION;
  }

  @Override
  public List<RuleSet> load(Scope scope) {
    List<String> wanted =
        entries.get().stream()
            .filter(entry -> scope.includes(entry.about()))
            .map(Entry::resource)
            .toList();
    return RuleSets.load(wanted);
  }

  private static List<Entry> read() {
    try {
      return Resources.readLines(
              Resources.getResource(BundledRules.class, "rules.txt"), StandardCharsets.UTF_8)
          .stream()
          .filter(line -> !line.startsWith("#"))
          .map(BundledRules::entry)
          .sorted(Comparator.comparing((Entry entry) -> entry.about().id()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(String line) {
    List<String> columns = COLUMNS.splitToList(line);
    String name = columns.get(1);
    Rule about =
        new Rule(
            Naming.idOf(name),
            Naming.phraseOf(name),
            columns.get(5),
            Category.valueOf(columns.get(2).toUpperCase(Locale.ROOT).replace('-', '_')),
            Severity.valueOf(columns.get(3).toUpperCase(Locale.ROOT)),
            FixLevel.NONE,
            TAGS.splitToList(columns.get(4)));
    return new Entry("category/java/" + columns.get(0) + ".xml/" + name, about);
  }
}
