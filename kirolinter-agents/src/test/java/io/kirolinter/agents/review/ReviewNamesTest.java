package io.kirolinter.agents.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.settings.SettingsReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewNamesTest {

  @TempDir Path folder;

  /** What somebody else has put on the class path. */
  public static final class SpellCheck implements Analyzer {

    @Override
    public String name() {
      return "spell-check";
    }

    @Override
    public List<Rule> rules() {
      throw new IllegalStateException("settings are read without asking an analyzer for more");
    }

    @Override
    public AnalysisReport analyze(AnalysisRequest request) {
      throw new IllegalStateException("settings are read without starting an analyzer");
    }
  }

  @Test
  void areThoseOfTheBuiltInAnalyzersAndRules() {
    assertThat(ReviewNames.vocabulary().analyzers()).containsExactly("java", "pmd", "sarif");
    assertThat(ReviewNames.vocabulary().rules()).contains("unused-import");
  }

  @Test
  void includeAnalyzersThatTheServiceLoaderFinds() throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(Analyzer.class.getName()), SpellCheck.class.getName());
    Files.writeString(folder.resolve("config.yaml"), "analyzers: [java, spell-check]\n");
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    try (URLClassLoader more = new URLClassLoader(new URL[] {folder.toUri().toURL()}, usual)) {
      thread.setContextClassLoader(more);

      Settings settings = SettingsReader.knowing(ReviewNames.vocabulary()).ofUser(folder);

      assertThat(settings.analyzers()).containsExactly("java", "spell-check");
    } finally {
      thread.setContextClassLoader(usual);
    }
  }
}
