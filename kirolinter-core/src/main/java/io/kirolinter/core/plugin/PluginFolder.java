package io.kirolinter.core.plugin;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of plugins: each jar in it is one. Other files and folders are passed over.
 *
 * <p>A plugin runs with all rights of this process: a folder is for those who may run programs
 * here.
 */
public final class PluginFolder {

  private final Path folder;

  private PluginFolder(Path folder) {
    this.folder = folder;
  }

  /** {@return the plugins in a folder, which are not looked at yet} */
  public static PluginFolder at(Path folder) {
    return new PluginFolder(folder);
  }

  /**
   * Loads all plugins, in the order of their file names. A broken one is a problem of the result,
   * and left out as a whole; of two that use one name, the second is.
   *
   * @param taken the names that no plugin can have
   * @throws InvalidRequestException if there is no such folder, or it cannot be read
   */
  public Plugins load(TakenNames taken) {
    List<Plugin> plugins = new ArrayList<>();
    List<PluginProblem> problems = new ArrayList<>();
    CoreClasses core = new CoreClasses();
    TakenNames names = taken;
    for (Path jar : jars()) {
      try {
        requireInPlace(jar);
        Plugin plugin = PluginJar.load(jar, names, core);
        plugins.add(plugin);
        names = names.with(plugin);
      } catch (BrokenPluginException e) {
        problems.add(new PluginProblem(nameOf(jar), String.valueOf(e.getMessage())));
      }
    }
    return new Plugins(plugins, problems);
  }

  private List<Path> jars() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> nameOf(file).toLowerCase(Locale.ROOT).endsWith(".jar"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("read", "plugin folder", folder.toString())
              .found(Files.exists(folder) ? String.valueOf(e) : "there is no such folder")
              .expected("a folder that can be read")
              .remedy("Make it, or name another one."),
          e);
    }
  }

  /** Whoever may write to a jar, or follows a link out of the folder, decides what runs here. */
  private void requireInPlace(Path jar) throws BrokenPluginException {
    try {
      if (!jar.toRealPath().startsWith(folder.toRealPath())) {
        throw new BrokenPluginException("it is a link out of the folder");
      }
      if (!Files.isRegularFile(jar)) {
        throw new BrokenPluginException("it is no file");
      }
      if (isWritableByAll(folder) || isWritableByAll(jar)) {
        throw new BrokenPluginException("everybody on this machine may write to it or its folder");
      }
    } catch (IOException e) {
      throw new BrokenPluginException("it cannot be read: " + e);
    }
  }

  private static boolean isWritableByAll(Path file) throws IOException {
    return Files.getFileStore(file).supportsFileAttributeView("posix")
        && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_WRITE);
  }

  private static String nameOf(Path jar) {
    return Optional.ofNullable(jar.getFileName()).map(Path::toString).orElse("");
  }
}
