package io.kirolinter.agents.review;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Names the code that makes results, so that no result of other code is taken for its own: not
 * after an update, nor after a build of the same version with one changed rule.
 */
final class CodeVersion {

  private CodeVersion() {}

  /**
   * {@return 16 hexadecimal digits for the content of the jars or folders of these classes; empty
   * if they come from where they cannot be read, so that nothing must be kept}
   */
  static Optional<String> of(Class<?>... classes) {
    Hasher hasher = Hashing.sha256().newHasher();
    try {
      for (Class<?> one : classes) {
        hasher.putString(of(locationOf(one)), StandardCharsets.UTF_8);
      }
    } catch (IOException | URISyntaxException | IllegalArgumentException | SecurityException e) {
      return Optional.empty(); // the answer of this method, not an error
    }
    return Optional.of(hasher.hash().toString().substring(0, 16));
  }

  /** {@return a name for the content of a jar, or of a folder with classes} */
  static String of(Path location) throws IOException {
    return Files.isDirectory(location) ? ofFolder(location) : ofJar(location);
  }

  /** The checksums are in the table of contents, which the running program has read anyway. */
  private static String ofJar(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    try (JarFile jar = new JarFile(file.toFile())) {
      jar.stream()
          .filter(entry -> entry.getName().endsWith(".class"))
          .map(CodeVersion::lineOf)
          .forEach(lines::add);
    }
    return hash(lines);
  }

  private static String lineOf(ZipEntry entry) {
    return entry.getName() + " " + entry.getCrc();
  }

  private static String ofFolder(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
        String content = Hashing.sha256().hashBytes(Files.readAllBytes(file)).toString();
        lines.add(folder.relativize(file) + " " + content);
      }
    }
    return hash(lines);
  }

  private static String hash(List<String> lines) {
    String text = String.join("\n", lines.stream().sorted().toList());
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }

  private static Path locationOf(Class<?> one) throws IOException, URISyntaxException {
    CodeSource source = one.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IOException("no place is known of " + one);
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (FileSystemNotFoundException e) {
      throw new IOException(e); // a jar inside a jar
    }
  }
}
