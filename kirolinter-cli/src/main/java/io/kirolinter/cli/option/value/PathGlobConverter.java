package io.kirolinter.cli.option.value;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.source.PathGlob;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a path glob. */
public final class PathGlobConverter implements ITypeConverter<PathGlob> {

  @Override
  public PathGlob convert(String text) {
    String trouble = PathGlob.troubleWith(text);
    if (!trouble.isEmpty()) {
      throw new TypeConversionException(
          ErrorMessage.cannot("use", "glob", text)
              .found("it " + trouble)
              .expected("a path with *, ** and ? at most")
              .remedy("Put it in quotes, and correct it.")
              .text());
    }
    return PathGlob.of(text);
  }
}
