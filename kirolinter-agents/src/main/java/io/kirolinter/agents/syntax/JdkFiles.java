package io.kirolinter.agents.syntax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The compiler's files without the class path of this process: on it, each task would look for
 * plug-ins anew, jar by jar. For one thread.
 */
public final class JdkFiles extends ForwardingJavaFileManager<JavaFileManager> {

  /** Makes the view of one thread. */
  public JdkFiles(JavaCompiler compiler) {
    this(compiler.getStandardFileManager(diagnostic -> {}, Locale.ROOT, null));
  }

  private JdkFiles(JavaFileManager files) {
    super(files);
  }

  /**
   * {@return the same with a class path}
   *
   * @param classPath jars and folders; those that are not there are passed over
   */
  public static JavaFileManager with(JavaCompiler compiler, Collection<Path> classPath) {
    StandardJavaFileManager standard =
        compiler.getStandardFileManager(diagnostic -> {}, Locale.ROOT, null);
    try {
      standard.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new JdkFiles(standard);
  }

  @Override
  public ClassLoader getClassLoader(Location location) {
    return ClassLoader.getPlatformClassLoader();
  }
}
