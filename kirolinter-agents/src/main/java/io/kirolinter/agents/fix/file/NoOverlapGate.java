package io.kirolinter.agents.fix.file;

import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;

/** No two edits touch the same char, and all lie within the file. */
final class NoOverlapGate implements FileGate {

  @Override
  public String name() {
    return "no overlap";
  }

  @Override
  public Optional<String> objection(Attempt attempt) {
    List<TextEdit> edits = attempt.edits();
    int length = attempt.before().chain().text().length();
    for (int i = 0; i < edits.size(); i++) {
      if (edits.get(i).end() > length) {
        return Optional.of("an edit ends behind the end of the file");
      }
      if (i > 0 && edits.get(i - 1).overlaps(edits.get(i))) {
        return Optional.of("two edits overlap");
      }
    }
    return Optional.empty();
  }
}
