package io.kirolinter.agents.fix.compile;

import io.kirolinter.agents.fix.change.Stretch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Java text without the inside of bodies that no other code can see, so that the compiler reads it
 * faster. What is left out becomes white space: every other char keeps its line and column.
 */
final class Outline {

  /** May stand for the body of any method: it needs no return, and nothing behind it counts. */
  private static final String STATEMENT = "throw null;";

  /** May stand for the initial value of any field that is no constant. */
  private static final String NOTHING = "= null";

  private static final Set<String> CONSTANTS =
      Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double", "String");
  private static final Set<String> TYPES = Set.of("class", "interface", "enum");

  /** The import of one name, or of a whole package, whose names nobody knows. */
  private record Import(int start, int end, String name) {

    boolean isNeeded(Set<String> names) {
      return name.equals(ANY) || names.contains(name);
    }
  }

  private static final String ANY = "*";

  private final String text;
  private final StringBuilder result;
  private final List<Import> imports = new ArrayList<>();
  private int at;

  private Outline(String text) {
    this.text = text;
    this.result = new StringBuilder(text);
  }

  /**
   * {@return the text with these bodies emptied; one without room for the shortest stays}
   *
   * @param bodies of methods, with their braces
   */
  static String without(String text, Collection<Stretch> bodies) {
    Outline outline = new Outline(text);
    bodies.forEach(outline::empty);
    return outline.result.toString();
  }

  /**
   * {@return the text with empty bodies only, read without a parser: of methods, constructors,
   * initializers and enum constants; without the initial values of fields that cannot be constants;
   * and without imports that the rest does not need: for each the compiler would read a file, and
   * all that it imports in turn}
   */
  static String of(String text) {
    Outline outline = new Outline(text);
    outline.members(false);
    outline.blankImports();
    return outline.result.toString();
  }

  private void blankImports() {
    if (!imports.isEmpty()) {
      int end = imports.get(imports.size() - 1).end();
      Set<String> names = new Outline(result.toString()).namesFrom(end);
      imports.stream()
          .filter(one -> !one.isNeeded(names))
          .forEach(one -> blank(one.start(), one.end()));
    }
  }

  private Set<String> namesFrom(int start) {
    Set<String> names = new HashSet<>();
    at = start;
    for (char c = next(); c != '\0'; c = next()) {
      if (Character.isJavaIdentifierStart(c)) {
        names.add(word());
      }
    }
    return names;
  }

  /**
   * Reads members up to the end of the type's body, or of the file.
   *
   * @param inEnum whether the constants of an enum come first, up to a semicolon
   */
  private void members(boolean inEnum) {
    boolean constants = inEnum;
    while (at < text.length()) {
      char c = next();
      if (c == '}') {
        return;
      }
      constants &= c != ';';
      if (c != ';' && c != '\0') {
        at--;
        constants &= member(constants) != ';';
      }
    }
  }

  /** Reads one member: up to a semicolon, or the end of its body; gives its last char. */
  private char member(boolean isConstant) {
    Set<String> kinds = new HashSet<>();
    String word = "";
    int start = at;
    for (char c = next(); c != ';' && c != '\0'; c = next()) {
      if (c == '}') {
        at--;
        return c;
      } else if (c == '=') {
        initializer(kinds.stream().anyMatch(CONSTANTS::contains));
        return ';';
      } else if (c == '{') {
        body(kinds, isConstant);
        return '}';
      } else if (c == '(') {
        skipBrackets('(', ')');
      } else if (c == '*') {
        word = ANY;
      } else if (Character.isJavaIdentifierStart(c)) {
        kinds.add(word.equals("record") ? "class" : "");
        word = word();
        kinds.add(word);
      }
    }
    if (kinds.contains("import")) {
      imports.add(new Import(start, at, word));
    }
    return ';';
  }

  private void body(Set<String> words, boolean isConstant) {
    int open = at - 1;
    if (words.stream().anyMatch(TYPES::contains)) {
      members(words.contains("enum"));
      return;
    }
    skipBrackets('{', '}');
    if (isConstant) {
      blank(open + 1, at - 1);
    } else {
      empty(new Stretch(open, at));
    }
  }

  private String word() {
    int start = at - 1;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Reads to the semicolon; a comma may begin another field, which must stay then. */
  private void initializer(boolean constant) {
    int start = at - 1;
    boolean several = false;
    int depth = 0;
    for (char c = next(); c != '\0' && (c != ';' || depth > 0); c = next()) {
      depth += "({[".indexOf(c) >= 0 ? 1 : ")}]".indexOf(c) >= 0 ? -1 : 0;
      several |= c == ',' && depth == 0;
    }
    int end = start + NOTHING.length();
    boolean hasRoom = end < at && !text.substring(start, end).contains("\n");
    if (!constant && !several && hasRoom) {
      blank(start, at - 1);
      result.replace(start, start + NOTHING.length(), NOTHING);
    }
  }

  /** Reads to the bracket that closes the one just read. */
  private void skipBrackets(char open, char close) {
    int depth = 1;
    while (at < text.length() && depth > 0) {
      char c = next();
      if (c == open) {
        depth++;
      } else if (c == close) {
        depth--;
      }
    }
  }

  /** {@return the next char of code, behind white space, comments and literals; 0 at the end} */
  private char next() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"' || c == '\'') {
        skipLiteral(c);
      } else if (c == '/' && isAt('/')) {
        skipTo("\n");
      } else if (c == '/' && isAt('*')) {
        at++;
        skipTo("*/");
      } else if (c > ' ') {
        return c;
      }
    }
    return '\0';
  }

  private void skipLiteral(char quote) {
    if (text.startsWith("\"\"\"", at - 1)) {
      at += 2;
      skipTextBlock();
      return;
    }
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void skipTextBlock() {
    while (at < text.length() && !text.startsWith("\"\"\"", at)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at += 3;
  }

  private void skipTo(String end) {
    int found = text.indexOf(end, at);
    at = found < 0 ? text.length() : found + end.length();
  }

  private boolean isAt(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private void empty(Stretch body) {
    int room = roomFor(body);
    if (room >= 0) {
      blank(body.start() + 1, body.end() - 1);
      result.replace(room, room + STATEMENT.length(), STATEMENT);
    }
  }

  /** {@return where the statement fits without a line break in it; -1 if nowhere} */
  private int roomFor(Stretch body) {
    int start = body.start() + 1;
    for (int i = start; i < body.end() - 1; i++) {
      start = text.charAt(i) == '\n' || text.charAt(i) == '\r' ? i + 1 : start;
      if (i + 1 - start == STATEMENT.length()) {
        return start;
      }
    }
    return -1;
  }

  private void blank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
        result.setCharAt(i, ' ');
      }
    }
  }
}
