package io.kirolinter.agents.syntax;

import java.net.URI;
import java.net.URISyntaxException;
import javax.tools.SimpleJavaFileObject;

/** A source in memory, as the compiler wants to see it. */
final class SourceFileObject extends SimpleJavaFileObject {

  private final JavaSource source;

  SourceFileObject(JavaSource source) {
    super(uriOf(source), Kind.SOURCE);
    this.source = source;
  }

  JavaSource source() {
    return source;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return PlainComments.in(source.text());
  }

  private static URI uriOf(JavaSource source) {
    try {
      return new URI("memory", null, "/" + source.path().value(), null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no URI for " + source.path(), e);
    }
  }
}
