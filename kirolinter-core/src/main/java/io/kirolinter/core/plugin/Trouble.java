package io.kirolinter.core.plugin;

import java.util.ServiceConfigurationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says for people what a class loader or a service loader has thrown. */
final class Trouble {

  private static final Pattern CLASS_FILE = Pattern.compile("class file version (\\d+)");

  /** Java 1 had the first one. */
  private static final int CLASS_FILES_BEFORE_JAVA = 44;

  private Trouble() {}

  /** {@return a reason without a full stop} */
  static String reasonOf(Throwable thrown) {
    if (thrown instanceof UnsupportedClassVersionError) {
      return tooNew(thrown);
    }
    if (thrown instanceof NoClassDefFoundError || thrown instanceof ClassNotFoundException) {
      return missing(thrown);
    }
    if (thrown instanceof ServiceConfigurationError) {
      return notProvided(thrown);
    }
    return thrown instanceof LinkageError
        ? "it does not fit this release of kirolinter-core (%s)".formatted(thrown)
        : String.valueOf(thrown);
  }

  private static String tooNew(Throwable thrown) {
    Matcher version = CLASS_FILE.matcher(String.valueOf(thrown.getMessage()));
    return version.find()
        ? "it is compiled for Java %d, and this is Java %d"
            .formatted(
                Integer.parseInt(version.group(1)) - CLASS_FILES_BEFORE_JAVA,
                Runtime.version().feature())
        : thrown.toString();
  }

  private static String missing(Throwable thrown) {
    String name = String.valueOf(thrown.getMessage());
    return name.startsWith("Could not initialize")
        ? thrown.toString()
        : "class '%s' is neither in it, nor in kirolinter-core or the JDK"
            .formatted(name.replace('/', '.'));
  }

  /** Its message begins with the interface, which is no news. */
  private static String notProvided(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage()).replaceFirst("^[\\w.]+: ", "");
    @Nullable Throwable cause = thrown.getCause();
    return cause == null ? message : message + ": " + reasonOf(cause);
  }
}
