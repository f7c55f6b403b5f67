package io.kirolinter.core.secret;

import java.util.List;

/** One kind of secret, recognised by a sign that is in every one of them. Pure. */
interface SecretShape {

  /** {@return texts in lower case, one of which is in every secret of this kind or before it} */
  List<String> signs();

  /**
   * Looks at one sign. All signs of a text together cost time that grows with its length only: what
   * is looked at for nothing is short, or is passed over by the verdict.
   *
   * @param sign where the sign begins
   * @param end where it ends
   */
  Verdict at(String text, int sign, int end);
}
