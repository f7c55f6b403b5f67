package io.kirolinter.cli.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that lies below a folder, to be compared: names, links and bytes. */
public record FileTree(SortedMap<String, String> files) {

  /** {@return the tree as it is now, with the folder {@code .git} in it} */
  public static FileTree of(Path folder) {
    SortedMap<String, String> files = new TreeMap<>();
    try (var paths = Files.walk(folder)) {
      paths.forEach(path -> files.put(folder.relativize(path).toString(), content(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FileTree(files);
  }

  private static String content(Path path) {
    try {
      if (Files.isSymbolicLink(path)) {
        return "link to " + Files.readSymbolicLink(path);
      }
      return Files.isRegularFile(path)
          ? new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
          : "folder";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
