package io.kirolinter.core.run;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.kirolinter.core.json.Json;
import java.util.List;

/** Writes documents of runs. */
final class RunDocumentWriter {

  static final String KIND = "kirolinter-run";

  private RunDocumentWriter() {}

  /** The form of a document. */
  private record Form(String document, int version, Run run, List<Item> artifacts) {}

  /** An artifact, as JSON within the document. */
  private record Item(String step, String type, @JsonRawValue String content) {

    static Item of(StoredArtifact artifact) {
      return new Item(artifact.step(), artifact.type(), artifact.json());
    }
  }

  static String write(RunDocument document) {
    List<Item> items = document.artifacts().stream().map(Item::of).toList();
    Form form = new Form(KIND, RunDocument.VERSION, document.run(), items);
    String clean = RunDocument.redacted(Json.write(form));
    return Json.writePretty(Json.read(clean, Object.class)) + "\n";
  }
}
