package io.kirolinter.cli.option.value;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.core.error.ErrorMessage;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the folder of plugins, which must be there. */
public final class PluginFolderConverter implements ITypeConverter<Path> {

  private final Environment environment;

  PluginFolderConverter(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Path convert(String value) {
    try {
      Path folder = environment.folder().resolve(value);
      if (Files.isDirectory(folder)) {
        return folder;
      }
      throw refused(value, Files.exists(folder) ? "it is a file" : "there is no such folder");
    } catch (InvalidPathException e) {
      throw refused(value, "it is no path");
    }
  }

  private static TypeConversionException refused(String value, String found) {
    return new TypeConversionException(
        ErrorMessage.cannot("read", "plugin folder", value)
            .found(found)
            .expected("a folder with the jars of plugins")
            .remedy("Make it, name another one, or leave --plugins out.")
            .text());
  }
}
