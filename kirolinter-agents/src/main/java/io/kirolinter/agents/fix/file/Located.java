package io.kirolinter.agents.fix.file;

import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.finding.Finding;

/** A finding and the offsets of its stretch. */
record Located(Finding finding, int start, int end) {

  static Located in(SyntaxTree tree, Finding finding) {
    int start = tree.lines().startOf(finding.range().startLine()) + finding.range().startColumn();
    int end = tree.lines().startOf(finding.range().endLine()) + finding.range().endColumn();
    return new Located(finding, start - 1, end - 1);
  }
}
