package io.kirolinter.agents.fix.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.fix.classpath.LibraryFolders;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A home of a user, with a real local repository of Maven in it. */
public record TestLibraries(Path home) {

  /** {@return a pom of a packaging jar} */
  public static String pom(String coordinates, String rest) {
    String[] parts = coordinates.split(":", -1);
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>
      <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>
      %s
    </project>
    """
        .formatted(parts[0], parts[1], parts[2], rest);
  }

  /** {@return an element for each of some dependencies: group:artifact[:version[:scope]]} */
  public static String dependencies(String... coordinates) {
    StringBuilder all = new StringBuilder("<dependencies>");
    Stream.of(coordinates).map(TestLibraries::dependency).forEach(all::append);
    return all + "</dependencies>";
  }

  public static String dependency(String coordinates) {
    List<String> names = List.of("groupId", "artifactId", "version", "scope");
    String[] parts = coordinates.split(":", -1);
    StringBuilder text = new StringBuilder("<dependency>");
    for (int i = 0; i < parts.length; i++) {
      text.append("<%s>%s</%s>".formatted(names.get(i), parts[i], names.get(i)));
    }
    return text + "</dependency>";
  }

  public LibraryFolders folders() {
    return LibraryFolders.ofUser(home);
  }

  public Path repository() {
    return home.resolve(".m2/repository");
  }

  /** Adds a pom to the local repository. */
  public TestLibraries withPom(String coordinates, String rest) {
    write(file(coordinates, ".pom"), pom(coordinates, rest));
    return this;
  }

  /** Adds a pom and a jar without classes. */
  public TestLibraries with(String coordinates, String... dependencies) {
    jar(file(coordinates, ".jar"), home);
    return withPom(coordinates, dependencies(dependencies));
  }

  /** Adds a pom, and a jar of one class. */
  public TestLibraries withClass(String coordinates, String type, String source) {
    Path jar = file(coordinates, ".jar");
    jar(jar, compiled(type, source));
    return withPom(coordinates, "");
  }

  /** {@return a folder with one compiled class} */
  public Path compiled(String type, String source) {
    Path classes = home.resolve("classes-of-" + type);
    Path file = home.resolve("sources").resolve(type.replace('.', '/') + ".java");
    write(file, source);
    String[] arguments = {"-proc:none", "-d", classes.toString(), file.toString()};
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments)).isZero();
    return classes;
  }

  public Path file(String coordinates, String ending) {
    String[] parts = coordinates.split(":", -1);
    return repository()
        .resolve(parts[0].replace('.', '/'))
        .resolve(parts[1])
        .resolve(parts[2])
        .resolve(parts[1] + "-" + parts[2] + ending);
  }

  /** Writes a jar of all classes in a folder. */
  public static void jar(Path jar, Path classes) {
    try {
      Files.createDirectories(Optional.ofNullable(jar.getParent()).orElseThrow());
      try (OutputStream out = Files.newOutputStream(jar);
          JarOutputStream entries = new JarOutputStream(out);
          Stream<Path> files = Files.exists(classes) ? Files.walk(classes) : Stream.empty()) {
        for (Path file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
          entries.putNextEntry(
              new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
          entries.write(Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void write(Path file, String text) {
    try {
      Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
