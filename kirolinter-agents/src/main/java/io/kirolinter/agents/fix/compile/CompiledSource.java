package io.kirolinter.agents.fix.compile;

import io.kirolinter.core.source.SourcePath;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Supplier;
import javax.tools.SimpleJavaFileObject;

/** A source in memory, as the compiler wants to see it; its text is made when it is asked for. */
final class CompiledSource extends SimpleJavaFileObject {

  private final SourcePath path;
  private final String packageName;
  private final Supplier<String> text;

  CompiledSource(SourcePath path, String packageName, Supplier<String> text) {
    super(uriOf(path), Kind.SOURCE);
    this.path = path;
    this.packageName = packageName;
    this.text = text;
  }

  SourcePath path() {
    return path;
  }

  /** {@return the full name of the type that the file is named after} */
  String typeName() {
    String name = path.fileName().substring(0, path.fileName().length() - ".java".length());
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text.get();
  }

  private static URI uriOf(SourcePath path) {
    try {
      return new URI("memory", null, "/" + path.value(), null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no URI for " + path, e);
    }
  }
}
