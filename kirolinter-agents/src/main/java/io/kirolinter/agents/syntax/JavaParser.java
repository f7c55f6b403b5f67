package io.kirolinter.agents.syntax;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.source.LineIndex;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Parses Java files with the compiler of the running JDK, and at its language level. Nothing is
 * resolved, so no class path is needed. For one thread; each thread opens its own.
 */
public final class JavaParser {

  /** A task's set-up costs as much as several small files; a tree's memory ends with its task. */
  private static final int FILES_PER_TASK = 32;

  /** The compiler stops reporting at 100 errors a task, and then broken files pass as whole. */
  private static final List<String> OPTIONS =
      List.of("-proc:none", "-Xlint:none", "-Xmaxerrs", "1000000");

  private final JavaCompiler compiler;
  private final JavaFileManager files;

  private JavaParser(JavaCompiler compiler) {
    this.compiler = compiler;
    this.files = new JdkFiles(compiler);
  }

  /**
   * {@return a new parser}
   *
   * @throws WorkFailedException if the running Java has no compiler
   */
  public static JavaParser open() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new WorkFailedException(
          ErrorMessage.cannot("parse", "files of language", "Java")
              .found("the running Java has no module jdk.compiler")
              .expected("a JDK, 17 or newer")
              .remedy("Run with a JDK, or add jdk.compiler to your runtime image."));
    }
    return new JavaParser(compiler);
  }

  /** {@return the parsed file} */
  public SyntaxTree parse(SourcePath path, String text) {
    List<SyntaxTree> trees = new ArrayList<>(1);
    parse(List.of(new JavaSource(path, text)), trees::add);
    return trees.get(0);
  }

  /**
   * Parses many files, and hands over each tree in the order of the sources.
   *
   * @throws StackOverflowError if a file is nested too deeply for the stack of this thread; which
   *     one shows when they are parsed one by one
   */
  public void parse(List<JavaSource> sources, Consumer<SyntaxTree> trees) {
    for (int from = 0; from < sources.size(); from += FILES_PER_TASK) {
      int to = Math.min(from + FILES_PER_TASK, sources.size());
      parseTogether(sources.subList(from, to), trees);
    }
  }

  private void parseTogether(List<JavaSource> sources, Consumer<SyntaxTree> trees) {
    Map<URI, JavaSource> byUri = new HashMap<>();
    Map<URI, List<SyntaxError>> errors = new HashMap<>();
    List<SourceFileObject> inputs = sources.stream().map(SourceFileObject::new).toList();
    inputs.forEach(input -> byUri.put(input.toUri(), input.source()));
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                Writer.nullWriter(),
                files,
                diagnostic -> collect(diagnostic, errors),
                OPTIONS,
                null,
                inputs);
    SourcePositions positions = new ChainPositions(Trees.instance(task).getSourcePositions());
    for (CompilationUnitTree unit : parsed(task, inputs.size())) {
      URI uri = unit.getSourceFile().toUri(); // the compiler wraps the objects that it was given
      JavaSource source = requireNonNull(byUri.get(uri), () -> "no source for " + uri);
      trees.accept(tree(source, unit, positions, errors.getOrDefault(uri, List.of())));
    }
  }

  private static List<CompilationUnitTree> parsed(JavacTask task, int expected) {
    List<CompilationUnitTree> units = new ArrayList<>(expected);
    try {
      task.parse().forEach(units::add);
    } catch (IOException e) {
      throw new UncheckedIOException("the sources are in memory", e);
    } catch (IllegalStateException e) {
      throw unwrapped(e);
    }
    if (units.size() != expected) { // after an error the compiler may keep silent about its faults
      throw new IllegalStateException("%d trees for %d files".formatted(units.size(), expected));
    }
    return units;
  }

  /** The compiler wraps the errors of the machine. */
  private static IllegalStateException unwrapped(IllegalStateException wrapper) {
    if (wrapper.getCause() instanceof StackOverflowError overflow) {
      throw overflow;
    }
    return wrapper;
  }

  private static SyntaxTree tree(
      JavaSource source,
      CompilationUnitTree unit,
      SourcePositions positions,
      List<SyntaxError> errors) {
    LineIndex lines = LineIndex.of(source.text());
    return new SyntaxTree(source.path(), source.text(), unit, positions, lines, errors);
  }

  private static void collect(
      Diagnostic<? extends JavaFileObject> diagnostic, Map<URI, List<SyntaxError>> errors) {
    if (diagnostic.getKind() == Diagnostic.Kind.ERROR && diagnostic.getSource() != null) {
      String message = diagnostic.getMessage(Locale.ENGLISH).lines().findFirst().orElse("error");
      errors
          .computeIfAbsent(diagnostic.getSource().toUri(), file -> new ArrayList<>())
          .add(new SyntaxError((int) Math.max(1, diagnostic.getLineNumber()), message));
    }
  }
}
