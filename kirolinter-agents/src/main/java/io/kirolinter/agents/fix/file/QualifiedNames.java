package io.kirolinter.agents.fix.file;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the short names of types stand for that a file imports one by one. */
final class QualifiedNames {

  private static final Pattern NAME =
      Pattern.compile(
          "(\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)(\\.[^<>\\[\\],\\s]*)?");

  private final Map<String, String> qualified;

  private QualifiedNames(Map<String, String> qualified) {
    this.qualified = qualified;
  }

  static QualifiedNames in(CompilationUnitTree unit) {
    Map<String, String> qualified = new HashMap<>();
    for (ImportTree one : unit.getImports()) {
      if (!one.isStatic() && one.getQualifiedIdentifier() instanceof MemberSelectTree type) {
        qualified.put(type.getIdentifier().toString(), type.toString());
      }
    }
    return new QualifiedNames(qualified);
  }

  /** {@return the text of a type with the packages of imported types, as far as not there} */
  String qualify(String type) {
    return qualified.isEmpty()
        ? type
        : NAME.matcher(type).replaceAll(name -> Matcher.quoteReplacement(meant(name)));
  }

  private String meant(MatchResult name) {
    String first = name.group(1);
    String rest = name.group(2) == null ? "" : name.group(2);
    return qualified.getOrDefault(first, first) + rest;
  }
}
