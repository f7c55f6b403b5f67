package io.kirolinter.analytics.dashboard;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * A part of every page that never changes: only what has its hash is run or applied by a browser.
 */
record PageResource(String text) {

  static final PageResource STYLE = ours("dashboard.css");
  static final PageResource SCRIPT = ours("dashboard.js");

  /** The library that draws, as its makers packed it. */
  static final PageResource CHARTS = charts();

  /** {@return how a content security policy names it} */
  String source() {
    byte[] hash = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
    return "'sha256-" + BaseEncoding.base64().encode(hash) + "'";
  }

  private static PageResource ours(String name) {
    return new PageResource(read(name));
  }

  private static PageResource charts() {
    Properties library = new Properties();
    String file = "/META-INF/maven/org.webjars.npm/chart.js/pom.properties";
    try (InputStream in = PageResource.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the library that draws is not there: no " + file);
      }
      library.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = library.getProperty("version");
    String text =
        read("/META-INF/resources/webjars/chart.js/" + version + "/dist/chart.umd.min.js");
    return new PageResource(text.replaceFirst("(?s)\n//# sourceMappingURL=.*$", "\n"));
  }

  private static String read(String name) {
    try {
      return Resources.toString(
          Resources.getResource(PageResource.class, name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
