package io.kirolinter.cli.template;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.settings.SettingsReader;
import io.kirolinter.core.template.TemplateDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The templates that the user keeps in the data folder, one in a file that has its name.
 *
 * @param folder need not be there
 */
record TemplateFolder(Path folder, SettingsReader reader) {

  /** More than anybody keeps; what has more was filled by a fault. */
  private static final int MOST = 1_000;

  /** As large as any settings file may be, and a byte more. */
  private static final int ENOUGH = 64 * 1024 + 1;

  private static final String ENDING = ".yaml";

  static TemplateFolder in(Path home, SettingsReader reader) {
    return new TemplateFolder(home.resolve("templates"), reader);
  }

  /**
   * {@return all of them, by name}
   *
   * @throws InvalidRequestException if a file is wrong, or there are too many
   */
  List<TemplateDefinition> all() {
    List<TemplateDefinition> all = new ArrayList<>();
    for (Path file : files()) {
      TemplateDefinition one = read(file);
      if (!file.equals(fileOf(one.name()))) {
        throw one.place()
            .wrong(
                "the name is '" + one.name() + "'",
                "the name of its file",
                "Rename the file or the template.");
      }
      all.add(one);
    }
    return all;
  }

  /** {@return the names of all files, whatever is in them} */
  List<String> names() {
    return files().stream().map(TemplateFolder::nameOf).toList();
  }

  /** {@return the template that a file defines, wherever it is} */
  TemplateDefinition read(Path file) {
    return reader.readTemplate(file.toString(), bytes(file));
  }

  /**
   * Keeps a template.
   *
   * @param file where it is defined
   * @return whether there was another one of its name, which it replaces
   */
  boolean put(TemplateDefinition template, Path file) {
    Path target = fileOf(template.name());
    boolean replaces = Files.exists(target);
    if (!replaces && files().size() >= MOST) {
      throw tooMany();
    }
    Path half = folder.resolve(template.name() + ".part");
    try {
      Files.createDirectories(folder);
      Files.write(half, bytes(file));
      Files.move(half, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return replaces;
    } catch (IOException e) {
      throw failed("write", target, e);
    }
  }

  /** {@return whether there was one of this name; it is gone} */
  boolean remove(String name) {
    if (!names().contains(name)) {
      return false;
    }
    try {
      return Files.deleteIfExists(fileOf(name));
    } catch (IOException e) {
      throw failed("delete", fileOf(name), e);
    }
  }

  private Path fileOf(String name) {
    return folder.resolve(name + ENDING);
  }

  private static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - ENDING.length());
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files.filter(file -> file.toString().endsWith(ENDING)).limit(MOST + 1L).sorted().toList();
      if (found.size() > MOST) {
        throw tooMany();
      }
      return found;
    } catch (IOException e) {
      throw failed("read", folder, e);
    }
  }

  private static byte[] bytes(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("read", "settings", file.toString())
              .found(Files.exists(file) ? "it is no ordinary file" : "there is no such file")
              .expected("a YAML file that defines a template")
              .remedy("Correct the path."));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(ENOUGH);
    } catch (IOException e) {
      throw failed("read", file, e);
    }
  }

  private InvalidRequestException tooMany() {
    return new InvalidRequestException(
        ErrorMessage.cannot("read", "templates in", folder.toString())
            .found("there are more than " + MOST)
            .expected("at most so many files")
            .remedy("Delete those that nobody needs."));
  }

  private static InvalidRequestException failed(String action, Path file, IOException e) {
    return new InvalidRequestException(
        ErrorMessage.cannot(action, "templates in", file.toString())
            .found(String.valueOf(e))
            .expected("a folder that its owner can read and write")
            .remedy("Check its permissions."),
        e);
  }
}
