package io.kirolinter.core.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kirolinter.core.step.Agent;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** A jar of classes that are compiled against nothing but core and the annotations it shows. */
public final class CompiledJar {

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)(?:^|; )(?:public |final |abstract )*(?:class|record|interface|enum) (\\w+)");

  private final Map<String, byte[]> entries = new TreeMap<>();

  private CompiledJar() {}

  /**
   * {@return a jar with the classes of these sources}
   *
   * @param sources each one file, with at most one public class
   */
  public static CompiledJar of(String... sources) {
    return against(List.of(), sources);
  }

  /**
   * {@return a jar with the classes of these sources}
   *
   * @param more classes whose jars or folders are on the class path beside core
   */
  public static CompiledJar against(List<Class<?>> more, String... sources) {
    CompiledJar jar = new CompiledJar();
    jar.compile(more, Stream.of(sources).map(Source::new).toList());
    return jar;
  }

  /** Names classes of the jar as providers of an interface. */
  public CompiledJar providing(Class<?> service, String... classes) {
    return with("META-INF/services/" + service.getName(), String.join("\n", classes));
  }

  public CompiledJar with(String path, String content) {
    entries.put(path, content.getBytes(UTF_8));
    return this;
  }

  public CompiledJar without(String path) {
    entries.remove(path);
    return this;
  }

  /** Changes the bytes of an entry. */
  public CompiledJar changing(String path, UnaryOperator<byte[]> change) {
    entries.computeIfPresent(path, (name, bytes) -> change.apply(bytes));
    return this;
  }

  /** Writes the jar, and the folders above it. */
  public Path writeTo(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return file;
  }

  private void compile(List<Class<?>> more, List<Source> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8);
        Collecting collecting = new Collecting(files)) {
      List<String> options = List.of("-proc:none", "-cp", classPath(more));
      if (!compiler.getTask(messages, collecting, null, options, null, sources).call()) {
        throw new AssertionError("it does not compile against core alone:\n" + messages);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath(List<Class<?>> more) {
    return Stream.concat(
            Stream.of(Agent.class, JsonProperty.class, NullMarked.class), more.stream())
        .map(CompiledJar::placeOf)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A source file that is named for its first type. */
  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String text) {
      super(URI.create("string:///" + pathOf(text) + ".java"), Kind.SOURCE);
      this.text = text;
    }

    private static String pathOf(String text) {
      List<String> parts = new ArrayList<>();
      Matcher inside = PACKAGE.matcher(text);
      if (inside.find()) {
        parts.add(inside.group(1).replace('.', '/'));
      }
      Matcher type = TYPE.matcher(text);
      if (!type.find()) {
        throw new IllegalArgumentException("no type in: " + text);
      }
      parts.add(type.group(1));
      return String.join("/", parts);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Takes what the compiler writes. */
  private final class Collecting extends ForwardingJavaFileManager<JavaFileManager> {

    Collecting(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      String path = className.replace('.', '/') + kind.extension;
      return new SimpleJavaFileObject(URI.create("mem:///" + path), kind) {
        @Override
        public OutputStream openOutputStream() {
          return new ByteArrayOutputStream() {
            @Override
            public void close() {
              entries.put(path, toByteArray());
            }
          };
        }
      };
    }
  }
}
