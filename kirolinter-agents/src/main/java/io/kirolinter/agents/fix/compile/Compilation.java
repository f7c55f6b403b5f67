package io.kirolinter.agents.fix.compile;

import static java.util.Objects.requireNonNull;

import com.sun.source.util.JavacTask;
import io.kirolinter.agents.syntax.JdkFiles;
import io.kirolinter.core.source.SourcePath;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

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
   * @param culprits the given files on which it fails, each with the way; empty if that is not
   *     known
   */
  record Outcome(
      List<CompileError> errors, Optional<String> failure, Map<SourcePath, String> culprits) {

    Outcome {
      errors = List.copyOf(errors);
      culprits = Map.copyOf(culprits);
    }
  }

  /** Whether to find out on which files the compiler fails, if it does; that takes time. */
  enum Culprits {
    SEARCHED,
    LEFT_OPEN
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
  static Outcome of(
      List<CompiledSource> sources, JavaFileManager files, String modules, Culprits culprits) {
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
    BreakdownSearch search = new BreakdownSearch(task, given);
    Optional<String> failure = search.analyze();
    boolean searched = failure.isPresent() && culprits == Culprits.SEARCHED;
    return new Outcome(errors, failure, searched ? search.culprits() : Map.of());
  }

  static SourcePath path(URI file) {
    return SourcePath.of(file.getPath().substring(1));
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
