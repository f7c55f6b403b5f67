package io.kirolinter.workflow.testkit;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Starts processes that run a class of the tests and are there soon: with the quick compiler alone,
 * and, once it has learned which classes they use, in half the time that this takes.
 *
 * @param classPath of the processes
 * @param options that make them start sooner
 * @param errors where they all write what they complain about
 */
public record FastJvm(String classPath, List<String> options, Path errors) {

  private static final String ARCHIVE = "classes.jsa";

  public static FastJvm complainingTo(Path errors) {
    return new FastJvm(System.getProperty("java.class.path"), List.of(), errors);
  }

  /**
   * Lets a process run to its end, and {@return what starts processes with the classes that this
   * one used; they start all the same if those cannot be shared}
   *
   * @param folder where the classes are kept
   */
  public FastJvm learning(Path folder, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    Path archive = folder.resolve(ARCHIVE);
    List<String> writing = List.of("-XX:ArchiveClassesAtExit=" + archive);
    FastJvm first = new FastJvm(packed(classPath, folder), writing, errors);
    int code = first.start(folder, main, arguments).waitFor();
    if (code != 0) {
      throw new IOException("exit code " + code + ": " + Files.readString(errors));
    }
    return new FastJvm(first.classPath, List.of("-XX:SharedArchiveFile=" + archive), errors);
  }

  /**
   * Starts a process, whose output is for the test.
   *
   * @param temporary for the native library of the embedded store, which a killed process leaves
   */
  public Process start(Path temporary, Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    Collections.addAll(
        command,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx128m",
        "-Xshare:auto",
        "-Xlog:disable",
        "--enable-native-access=ALL-UNNAMED",
        "-Dorg.sqlite.tmpdir=" + temporary);
    command.addAll(options);
    Collections.addAll(command, "-cp", classPath, main.getName());
    Collections.addAll(command, arguments);
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
        .start();
  }

  /** Classes in folders cannot be shared, those in archives can. */
  private static String packed(String classPath, Path folder) throws IOException {
    List<String> archives = new ArrayList<>();
    for (String part : classPath.split(File.pathSeparator)) {
      Path place = Path.of(part);
      boolean isFolder = Files.isDirectory(place);
      archives.add(isFolder ? pack(place, folder.resolve(archives.size() + ".jar")) : part);
    }
    return String.join(File.pathSeparator, archives);
  }

  private static String pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = classes.relativize(each).toString();
        out.putNextEntry(new ZipEntry(name.replace(File.separatorChar, '/')));
        Files.copy(each, out);
      }
    }
    return jar.toString();
  }
}
