package io.kirolinter.agents.rule.testkit;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The JDK's compiler up to the point where it would write class files. */
final class MemoryCompiler {

  private static final List<String> OPTIONS = List.of("-proc:none", "-Xlint:none");

  private MemoryCompiler() {}

  /**
   * {@return the compiler's errors; empty for a source that compiles}
   *
   * @param fileName such as {@code A.java}, which must suit a public type of the source
   */
  static List<String> errorsOf(String fileName, String source) {
    List<String> errors = new ArrayList<>();
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    Writer.nullWriter(),
                    null,
                    diagnostic -> {
                      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                        errors.add(diagnostic.toString());
                      }
                    },
                    OPTIONS,
                    null,
                    List.of(source(fileName, source)));
    try {
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException("the source is in memory", e);
    }
    return errors;
  }

  private static JavaFileObject source(String fileName, String text) {
    return new SimpleJavaFileObject(
        URI.create("memory:///" + fileName), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
