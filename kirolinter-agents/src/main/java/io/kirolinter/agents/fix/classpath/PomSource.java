package io.kirolinter.agents.fix.classpath;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.maven.model.building.ModelSource2;
import org.jspecify.annotations.Nullable;

/** A pom in memory that is safe to parse: small, and without a document type or entities. */
final class PomSource implements ModelSource2 {

  private static final Pattern DECLARATION = Pattern.compile("<!\\s*[A-Za-z]");

  private final String place;
  private final byte[] content;
  private final Function<String, @Nullable PomSource> related;

  private PomSource(String place, byte[] content, Function<String, @Nullable PomSource> related) {
    this.place = place;
    this.content = content;
    this.related = related;
  }

  /**
   * {@return a pom}
   *
   * @param related finds the pom at a path relative to it, null if there is none
   * @throws IOException if it is not safe
   */
  static PomSource of(String place, byte[] content, Function<String, @Nullable PomSource> related)
      throws IOException {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    String start = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
    boolean readable = start.stripLeading().startsWith("<") && text.indexOf('\0') < 0;
    if (!readable || content.length > SmallXml.MOST_BYTES || DECLARATION.matcher(text).find()) {
      throw new IOException(place + " is no plain pom");
    }
    return new PomSource(place, content, related);
  }

  /** {@return a pom that says nothing, in place of one that is missing} */
  static PomSource standIn(Coordinates missing) {
    String text =
        "<project><modelVersion>4.0.0</modelVersion><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><packaging>pom</packaging></project>"
            .formatted(
                escaped(missing.group()), escaped(missing.artifact()), escaped(missing.version()));
    return new PomSource("no " + missing, text.getBytes(StandardCharsets.UTF_8), relative -> null);
  }

  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(content);
  }

  @Override
  public String getLocation() {
    return place;
  }

  @Override
  public @Nullable PomSource getRelatedSource(String relative) {
    return related.apply(relative);
  }

  @Override
  public URI getLocationURI() {
    return URI.create("pom:" + Integer.toHexString(place.hashCode()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
