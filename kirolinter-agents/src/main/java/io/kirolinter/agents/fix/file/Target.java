package io.kirolinter.agents.fix.file;

import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.source.TextEdit;
import java.util.List;

/**
 * A finding of the current text that is to be fixed.
 *
 * @param id the fingerprint that the finding has in the first version of the file; a finding that
 *     came up later has its own
 * @param line where the finding is in the first version
 */
record Target(Fingerprint id, int line, Finding finding) {

  Fix fix() {
    return finding.fix().orElseThrow();
  }

  List<TextEdit> edits() {
    return fix().edits();
  }
}
