package io.kirolinter.core.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a name such as {@code password} says is a secret. Where no quotes mark its ends, it must
 * look unlike a word, so that sentences and code about passwords stay as they are.
 */
record NamedValue() implements SecretShape {

  private static final List<String> NAMES = names();

  private static final String REST = "(?:[_-]?(?:key|value))?";

  private static final Pattern QUOTED =
      Pattern.compile(
          REST + "\\\\?[\"']?\\s{0,3}(?:=>|:=|[=:])\\s{0,3}(\\\\?[\"'`])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ASSIGNED = Pattern.compile(REST + "=", Pattern.CASE_INSENSITIVE);

  private static final Pattern SPACED =
      Pattern.compile(REST + "\\s{0,3}[=:]\\s{1,3}", Pattern.CASE_INSENSITIVE);

  private static final Pattern ARGUMENT = Pattern.compile(REST + " {1,8}(?!-)");

  private static final Pattern ELEMENT =
      Pattern.compile(REST + ">([^<>\\s]{3,512})</", Pattern.CASE_INSENSITIVE);

  private static final Pattern PLAIN = Pattern.compile("[^\\s\"',;&(){}\\[\\]\\\\]*+");

  private static final Pattern NO_WORD =
      Pattern.compile(
          "(?=\\S{0,256}[\\d!@#$^*+/]|\\w{20})(?![\\d.]{1,64}(?:\\s|$))[^\\s\"',;&(){}\\[\\]\\\\]{6}");

  /** What may stand behind a name that says it. */
  private static final List<String> ENDS =
      List.of("", "key", "_key", "-key", "value", "_value", "-value");

  /** How far in front of a name the two hyphens of an option can stand. */
  private static final int LONGEST_OPTION = 40;

  private static final int LONGEST_NAME = 200;

  private static final int SHORTEST = 3;

  @Override
  public List<String> signs() {
    return NAMES;
  }

  /** {@return whether a field with this name holds a secret in this value} */
  static boolean isSecret(String name, String value) {
    return name.length() <= LONGEST_NAME
        && saysSecret(name.toLowerCase(Locale.ROOT))
        && value.strip().length() >= SHORTEST
        && !Placeholder.isAt(value, 0);
  }

  /** Asked for each text of an artifact: a regular expression takes ten times as long. */
  private static boolean saysSecret(String name) {
    for (String end : ENDS) {
      if (name.endsWith(end) && endsWithName(name.substring(0, name.length() - end.length()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWithName(String text) {
    for (String name : NAMES) {
      if (text.endsWith(name)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Verdict at(String text, int sign, int end) {
    Matcher quoted = Places.from(QUOTED, text, end);
    if (quoted.lookingAt()) {
      return quotedAt(text, quoted.end(), quoted.group(1));
    }
    Matcher element = Places.from(ELEMENT, text, end);
    if (element.lookingAt()) {
      return Placeholder.isAt(text, element.start(1))
          ? Verdict.none(element.end())
          : Verdict.secret(element.start(1), element.end(1));
    }
    return unquotedAt(text, sign, end);
  }

  private static Verdict quotedAt(String text, int start, String quote) {
    int close = closing(text, start, quote);
    boolean secret =
        close - start >= SHORTEST
            && !Character.isWhitespace(text.charAt(start))
            && !Placeholder.isAt(text, start);
    return secret ? Verdict.secret(start, close) : Verdict.none(start);
  }

  /** {@return where the same quote stands again in this line, or -1} */
  private static int closing(String text, int start, String quote) {
    for (int i = start; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (text.startsWith(quote, i)) {
        return i;
      }
      if (text.charAt(i) == '\\') {
        i++;
      }
    }
    return -1;
  }

  private static Verdict unquotedAt(String text, int sign, int end) {
    Matcher assigned = Places.from(ASSIGNED, text, end);
    if (assigned.lookingAt()) {
      Verdict verdict = plainAt(text, assigned.end(), SHORTEST);
      if (verdict.isSecret() || verdict.end() > assigned.end()) {
        return verdict;
      }
    }
    Matcher spaced = Places.from(SPACED, text, end);
    if (spaced.lookingAt() && Places.from(NO_WORD, text, spaced.end()).lookingAt()) {
      return plainAt(text, spaced.end(), SHORTEST);
    }
    Matcher argument = Places.from(ARGUMENT, text, end);
    if (argument.lookingAt() && isOption(text, sign)) {
      return plainAt(text, argument.end(), SHORTEST + 1);
    }
    return Verdict.none(sign + 1); // another name may begin inside this one
  }

  private static boolean isOption(String text, int sign) {
    int start = Alphabet.URL_SAFE.start(text, sign, sign - LONGEST_OPTION);
    return text.startsWith("--", start);
  }

  /** A call, as in {@code password=read(console)}, is none. */
  private static Verdict plainAt(String text, int start, int least) {
    Matcher plain = Places.from(PLAIN, text, start);
    int stop = plain.lookingAt() ? plain.end() : start;
    boolean secret =
        stop - start >= least && !text.startsWith("(", stop) && !Placeholder.isAt(text, start);
    return secret ? Verdict.secret(start, stop) : Verdict.none(stop);
  }

  private static List<String> names() {
    List<String> all =
        new ArrayList<>(
            List.of(
                "password",
                "passwd",
                "passphrase",
                "passwort",
                "pwd",
                "secret",
                "token",
                "credential",
                "credentials",
                "_pass",
                "dbpass"));
    for (String kind :
        List.of(
            "api",
            "app",
            "access",
            "private",
            "account",
            "signing",
            "signature",
            "encryption",
            "master",
            "shared",
            "auth",
            "service",
            "storage",
            "subscription",
            "license",
            "deploy")) {
      for (String between : List.of("", "_", "-", " ")) {
        all.add(kind + between + "key");
      }
    }
    return all.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }
}
