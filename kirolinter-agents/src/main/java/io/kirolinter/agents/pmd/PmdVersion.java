package io.kirolinter.agents.pmd;

import net.sourceforge.pmd.PMDVersion;

/** Which PMD this is. Apart, so that nothing of PMD is loaded before somebody asks. */
final class PmdVersion {

  private PmdVersion() {}

  static String text() {
    return PMDVersion.VERSION;
  }
}
