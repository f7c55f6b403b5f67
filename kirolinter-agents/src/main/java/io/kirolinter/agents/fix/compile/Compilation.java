package io.kirolinter.agents.fix.compile;

import static java.util.Objects.requireNonNull;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import io.kirolinter.agents.syntax.JdkFiles;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Runs the JDK's compiler over sources in memory: names, types and flow, but no class files. */
final class Compilation {

  private static final List<String> OPTIONS =
      List.of(
          "-proc:none",
          "-Xprefer:source", // what is in the repository is newer than any jar made of it
          "-implicit:none",
          "-nowarn",
          "-Xlint:none",
          "-Xmaxerrs",
          "1000000",
          "-XDshould-stop.ifNoError=FLOW",
          "-XDshould-stop.ifError=FLOW");

  /**
   * What the compiler said.
   *
   * @param errors those that it came to before it failed, if it did
   * @param failure how the compiler itself failed; then it has not seen all
   * @param culprit the given file that it looked at when it failed, if that is known
   */
  record Outcome(
      List<CompileError> errors, Optional<String> failure, Optional<SourcePath> culprit) {

    Outcome {
      errors = List.copyOf(errors);
    }
  }

  private Compilation() {}

  /** {@return the classes of the JDK and of a class path; whoever takes them closes them} */
  static JavaFileManager libraries(List<Path> classPath) {
    return JdkFiles.with(compiler(), classPath);
  }

  /**
   * {@return all errors in the given sources; those of other files do not count}
   *
   * <p>Odd sources can make the compiler itself fail, in ways that are bugs of it; that is part of
   * the outcome.
   *
   * @param modules of the JDK, with commas between
   */
  static Outcome of(List<CompiledSource> sources, JavaFileManager files, String modules) {
    List<String> options = new ArrayList<>(OPTIONS);
    options.addAll(List.of("--limit-modules", modules));
    List<CompileError> errors = new ArrayList<>();
    Set<URI> given = sources.stream().map(CompiledSource::toUri).collect(Collectors.toSet());
    JavacTask task =
        (JavacTask)
            compiler()
                .getTask(
                    Writer.nullWriter(),
                    files,
                    diagnostic -> collect(diagnostic, given, errors),
                    options,
                    null,
                    sources);
    LastAnalyzed last = new LastAnalyzed();
    task.addTaskListener(last);
    try {
      task.analyze();
      return new Outcome(errors, Optional.empty(), Optional.empty());
    } catch (CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError | AssertionError e) {
      String failure = e.getClass().getSimpleName() + ": " + cause(e);
      return new Outcome(errors, Optional.of(failure), last.file(given));
    }
  }

  /**
   * Remembers which class the compiler came to last: it attributes all, then follows their flow.
   */
  private static final class LastAnalyzed implements TaskListener {
    private @Nullable URI file;

    @Override
    public void started(TaskEvent event) {
      remember(event);
    }

    @Override
    public void finished(TaskEvent event) {
      remember(event);
    }

    private void remember(TaskEvent event) {
      if (event.getKind() == TaskEvent.Kind.ANALYZE) {
        file = event.getSourceFile().toUri();
      }
    }

    Optional<SourcePath> file(Set<URI> given) {
      return Optional.ofNullable(file).filter(given::contains).map(Compilation::path);
    }
  }

  private static SourcePath path(URI file) {
    return SourcePath.of(file.getPath().substring(1));
  }

  private static String cause(Throwable e) {
    String message = e.getCause() == null ? e.getMessage() : e.getCause().toString();
    return message == null ? "no reason given" : message.lines().findFirst().orElse("");
  }

  private static void collect(
      Diagnostic<? extends JavaFileObject> diagnostic, Set<URI> given, List<CompileError> errors) {
    JavaFileObject file = diagnostic.getSource();
    if (diagnostic.getKind() == Diagnostic.Kind.ERROR
        && file != null
        && given.contains(file.toUri())) {
      errors.add(
          new CompileError(
              path(file.toUri()),
              diagnostic.getCode(),
              diagnostic.getMessage(Locale.ENGLISH),
              diagnostic.getLineNumber()));
    }
  }

  private static JavaCompiler compiler() {
    return requireNonNull(ToolProvider.getSystemJavaCompiler(), "parsing needs it too");
  }
}
