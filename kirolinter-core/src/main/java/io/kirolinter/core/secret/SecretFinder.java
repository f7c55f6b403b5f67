package io.kirolinter.core.secret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the secrets of a text. Pure, and so safe everywhere; the time it takes grows with the
 * length of the text only, whatever stands in it.
 */
public final class SecretFinder {

  /** A part of a text, the end exclusive. */
  private record Stretch(int start, int end) {}

  private static final List<SecretShape> SHAPES = Shapes.all();
  private static final Signs SIGNS = new Signs(SHAPES);

  private final String text;
  private final int[] nextOfShape = new int[SHAPES.size()];
  private final List<Stretch> found = new ArrayList<>();
  private int covered;

  private SecretFinder(String text) {
    this.text = text;
  }

  /** {@return the text with the mask in place of every secret; the same object without any} */
  public static String masked(String text, String mask) {
    SecretFinder finder = new SecretFinder(text);
    finder.search();
    return finder.found.isEmpty() ? text : finder.withMasks(mask);
  }

  /**
   * {@return whether the value of a field is a secret as a whole: by the name of the field, or
   * because it looks drawn by lot and the name does not say why}
   */
  public static boolean isSecret(String name, String value) {
    return NamedValue.isSecret(name, value) || RandomValue.isIn(name, value);
  }

  private void search() {
    int state = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      state = SIGNS.step(state, c);
      if (SIGNS.anyIn(state)) {
        for (Signs.Sign sign : SIGNS.in(state)) {
          look(sign, i + 1);
        }
      }
      if (Alphabet.BASE64.has(c)) {
        run++;
      } else {
        endOfRun(i, run);
        run = 0;
      }
    }
    endOfRun(text.length(), run);
  }

  private void look(Signs.Sign sign, int end) {
    int start = end - sign.length();
    if (start < nextOfShape[sign.shape()]) {
      return;
    }
    Verdict verdict = SHAPES.get(sign.shape()).at(text, start, end);
    nextOfShape[sign.shape()] = verdict.end();
    if (verdict.isSecret()) {
      found.add(new Stretch(verdict.start(), verdict.end()));
      covered = Math.max(covered, verdict.end());
    }
  }

  private void endOfRun(int end, int length) {
    int start = end - length;
    int endOfToken = length < BotToken.SHORTEST ? end : BotToken.end(text, start, end);
    if (endOfToken > end) {
      found.add(new Stretch(start, endOfToken));
    } else if (length >= RandomValue.SHORTEST
        && start >= covered
        && RandomValue.isAt(text, start, end)) {
      found.add(new Stretch(start, Alphabet.BASE64_PADDED.end(text, end, end + 2)));
    }
  }

  private String withMasks(String mask) {
    found.sort(Comparator.comparingInt(Stretch::start));
    StringBuilder masked = new StringBuilder(text.length());
    int done = -1;
    for (Stretch secret : found) {
      if (secret.start() > done) { // else it goes on where the last one is, or ended
        masked.append(text, Math.max(done, 0), secret.start()).append(mask);
      }
      done = Math.max(done, secret.end());
    }
    return masked.append(text, done, text.length()).toString();
  }
}
