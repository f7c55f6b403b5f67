package io.kirolinter.core.secret;

/**
 * What a shape says about one place of a text.
 *
 * @param isSecret whether a secret stands there
 * @param start where the secret begins
 * @param end where it ends; without a secret, up to where this shape need not be looked for again
 */
record Verdict(boolean isSecret, int start, int end) {

  static Verdict secret(int start, int end) {
    return new Verdict(true, start, end);
  }

  /** {@return that there is no secret of this shape that begins before {@code next}} */
  static Verdict none(int next) {
    return new Verdict(false, next, next);
  }
}
