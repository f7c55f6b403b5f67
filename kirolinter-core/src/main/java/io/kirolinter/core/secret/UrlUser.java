package io.kirolinter.core.secret;

import java.util.List;

/** User and password in a URL, or a user by itself that is long enough to be a token. */
record UrlUser() implements SecretShape {

  private static final int LEAST_TOKEN = 20;

  /** What ends the part of a URL in which they can stand. */
  private static final String STOPS = "/ \t\r\n\"'<>`|";

  @Override
  public List<String> signs() {
    return List.of("://");
  }

  @Override
  public Verdict at(String text, int sign, int end) {
    int stop = end;
    int at = end;
    int colon = -1;
    for (; stop < text.length() && STOPS.indexOf(text.charAt(stop)) < 0; stop++) {
      char c = text.charAt(stop);
      if (c == '@') {
        at = stop;
      } else if (c == ':' && colon < 0) {
        colon = stop;
      }
    }
    boolean password = colon >= 0 && colon + 1 < at;
    int start = password ? colon + 1 : end;
    boolean secret = (password || at - end >= LEAST_TOKEN) && !Placeholder.isAt(text, start);
    return secret ? Verdict.secret(end, at) : Verdict.none(stop);
  }
}
