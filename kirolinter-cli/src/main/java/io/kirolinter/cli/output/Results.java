package io.kirolinter.cli.output;

import io.kirolinter.core.json.Json;
import java.io.PrintWriter;
import java.util.function.Supplier;

/** Prints the result of a command, in the format that was asked for. */
public final class Results {

  private Results() {}

  /** Prints exactly one JSON document, or the text. */
  public static void print(
      PrintWriter out, Format format, Supplier<Object> json, Supplier<String> text) {
    if (format == Format.JSON) {
      out.println(Json.writePretty(json.get()));
    } else {
      out.print(text.get());
    }
    out.flush();
  }
}
