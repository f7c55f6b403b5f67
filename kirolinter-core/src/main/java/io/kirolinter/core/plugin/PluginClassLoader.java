package io.kirolinter.core.plugin;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** The classes of one jar, and of those that its manifest names. */
final class PluginClassLoader extends URLClassLoader {

  static {
    ClassLoader.registerAsParallelCapable();
  }

  PluginClassLoader(Path jar, CoreClasses core) throws MalformedURLException {
    super("plugin " + jar.getFileName(), new URL[] {jar.toUri().toURL()}, core);
  }
}
