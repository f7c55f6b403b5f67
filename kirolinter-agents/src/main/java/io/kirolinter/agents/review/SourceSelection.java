package io.kirolinter.agents.review;

import io.kirolinter.core.analysis.Scope.SourceSets;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which files of a repository count as code that is analysed. */
public final class SourceSelection {

  /** The folders of test code in Maven and Gradle layouts. */
  private static final Pattern TEST_SOURCES =
      Pattern.compile("(^|/)src/(it|jmh|[^/]*[tT]est[^/]*)/");

  /** The folders of test code in hand-made layouts: at the top, or that of a module. */
  private static final Pattern TEST_FOLDER = Pattern.compile("([^/]+/)?tests?/");

  private static final Pattern GENERATED =
      Pattern.compile(
          "(^|/)(generated-sources|generated-src|src/[^/]*generated[^/]*|(target|build)/generated)/");

  private SourceSelection() {}

  /**
   * {@return whether a file is analysed}
   *
   * <p>Generated code never is. Test code is only where it is asked for; it is recognised by its
   * folder: {@code src/test/…}, {@code src/integrationTest/…}, {@code test/…}.
   */
  public static Predicate<SnapshotFile> of(SourceSets sources) {
    return file -> {
      String path = file.path().value();
      boolean wanted = sources == SourceSets.MAIN_AND_TEST || isMainCode(path);
      return wanted && !GENERATED.matcher(path).find();
    };
  }

  /** {@return whether a path is that of main code, neither tests nor generated} */
  public static boolean isMain(SourcePath path) {
    return isMainCode(path.value()) && !GENERATED.matcher(path.value()).find();
  }

  /** {@return whether a path does not lie in a folder of test code} */
  static boolean isMainCode(String path) {
    boolean inTestFolder = TEST_FOLDER.matcher(path).lookingAt() && !path.contains("src/main/");
    return !inTestFolder && !TEST_SOURCES.matcher(path).find();
  }
}
