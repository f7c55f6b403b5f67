package io.kirolinter.core.experience;

/**
 * What other repositories say about a rule where this one says little: as much as a few decisions.
 *
 * @param notUseful how many of these were against the rule
 * @param decisions 2 at most, so that others alone never decide
 */
record Prior(double notUseful, double decisions) {

  private static final double MOST = 2;
  private static final Prior NONE = new Prior(0, 0);

  static Prior none() {
    return NONE;
  }

  /** {@return what many decisions elsewhere count here} */
  static Prior of(long notUseful, long decisions) {
    if (decisions <= 0) {
      return NONE;
    }
    double weight = Math.min(MOST, (double) decisions);
    double share = Math.min(1, Math.max(0, (double) notUseful / decisions));
    return new Prior(share * weight, weight);
  }
}
