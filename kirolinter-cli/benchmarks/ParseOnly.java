import io.kirolinter.agents.syntax.DeepStack;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.agents.syntax.JavaSource;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Parses all Java files below a folder as the java analyzer does, and does nothing with them. */
class ParseOnly {

  private static final int FILES_AT_A_TIME = 16;

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    AtomicInteger next = new AtomicInteger();
    AtomicInteger trees = new AtomicInteger();
    DeepStack.runOnThreads(
        Runtime.getRuntime().availableProcessors(),
        () -> {
          JavaParser parser = JavaParser.open();
          int from = next.getAndAdd(FILES_AT_A_TIME);
          while (from < files.size()) {
            int to = Math.min(from + FILES_AT_A_TIME, files.size());
            List<JavaSource> some =
                files.subList(from, to).stream().map(file -> source(folder, file)).toList();
            parser.parse(some, tree -> trees.incrementAndGet());
            from = next.getAndAdd(FILES_AT_A_TIME);
          }
        });
    System.out.println(trees + " files parsed");
  }

  private static JavaSource source(Path folder, Path file) {
    try {
      String path = folder.relativize(file).toString().replace('\\', '/');
      return new JavaSource(
          SourcePath.of(path), SourceText.decode(Files.readAllBytes(file)).orElseThrow().text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
