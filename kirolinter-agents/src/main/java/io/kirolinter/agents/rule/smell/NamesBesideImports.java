package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.ImportTree;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Which names stand in a file outside of its imports, in code or in comments. */
final class NamesBesideImports {

  private final RuleContext context;
  private final String text;
  private final int first;
  private final int last;
  private final boolean hasTextBlocks;
  private @Nullable Set<String> inCode;

  NamesBesideImports(List<? extends ImportTree> imports, RuleContext context) {
    this.context = context;
    this.text = context.file().text();
    this.first = context.file().start(imports.get(0));
    this.last = context.file().end(imports.get(imports.size() - 1));
    this.hasTextBlocks = text.contains("\"\"\"");
  }

  boolean have(Name imported) {
    if (context.scopes().name(imported)) {
      return true;
    }
    String name = imported.toString();
    return isInPlainLine(name) || inCode().contains(name) || isInComment(name);
  }

  /** Nearly every import is used in a line without a quote: no need to cut the file into tokens. */
  private boolean isInPlainLine(String name) {
    if (hasTextBlocks) {
      return false;
    }
    int at = text.indexOf(name, last);
    while (at >= 0 && !(isWord(at, at + name.length()) && isBehindNoQuote(at))) {
      at = text.indexOf(name, at + 1);
    }
    return at >= 0;
  }

  private boolean isWord(int start, int end) {
    return !Character.isJavaIdentifierPart(text.charAt(start - 1))
        && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
  }

  private boolean isBehindNoQuote(int at) {
    for (int i = at - 1; i >= 0 && text.charAt(i) != '\n' && text.charAt(i) != '\r'; i--) {
      if (text.charAt(i) == '"') {
        return false;
      }
    }
    return true;
  }

  private Set<String> inCode() {
    if (inCode == null) {
      inCode = new HashSet<>();
      for (Token token : context.tokens()) {
        boolean insideAnImport = token.start() >= first && token.end() <= last;
        if (token.kind() == Token.Kind.WORD && !insideAnImport) {
          inCode.add(token.in(text));
        }
      }
    }
    return inCode;
  }

  /**
   * Asked only for the few names that the code does not hold: there is far more comment to read.
   */
  private boolean isInComment(String name) {
    Pattern word =
        Pattern.compile("(?<![\\p{L}\\p{N}_$])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_$])");
    return context.tokens().stream()
        .filter(Token::isComment)
        .anyMatch(comment -> word.matcher(text).region(comment.start(), comment.end()).find());
  }
}
