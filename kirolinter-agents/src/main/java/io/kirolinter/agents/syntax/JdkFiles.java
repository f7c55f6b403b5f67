package io.kirolinter.agents.syntax;

import java.util.Locale;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;

/**
 * The compiler's files without the class path of this process: on it, each task would look for
 * plug-ins anew, jar by jar. For one thread.
 */
public final class JdkFiles extends ForwardingJavaFileManager<JavaFileManager> {

  /** Makes the view of one thread. */
  public JdkFiles(JavaCompiler compiler) {
    super(compiler.getStandardFileManager(diagnostic -> {}, Locale.ROOT, null));
  }

  @Override
  public ClassLoader getClassLoader(Location location) {
    return ClassLoader.getPlatformClassLoader();
  }
}
