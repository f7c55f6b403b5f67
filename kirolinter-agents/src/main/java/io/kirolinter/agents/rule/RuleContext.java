package io.kirolinter.agents.rule;

import com.sun.source.tree.Tree;
import io.kirolinter.agents.syntax.Lexer;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.agents.syntax.Token;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.source.TextEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule can see of a file, and how it reports. For one walk in one thread.
 *
 * <p>What costs a walk of its own, such as {@link #scopes()} and {@link #tokens()}, is made when
 * the first rule asks for it and then shared by all.
 */
public final class RuleContext {

  private final SyntaxTree file;
  private final FindingLog log;
  private final List<Tree> path = new ArrayList<>();
  private @Nullable Scopes scopes;
  private @Nullable List<Token> tokens;
  private @Nullable Map<String, Integer> words;
  private @Nullable Rule current;

  RuleContext(SyntaxTree file) {
    this.file = file;
    this.log = new FindingLog(file);
  }

  public SyntaxTree file() {
    return file;
  }

  /** {@return what the names of the file mean} */
  public Scopes scopes() {
    if (scopes == null) {
      scopes = Scopes.of(file);
    }
    return scopes;
  }

  /** {@return all tokens of the file, comments included} */
  public List<Token> tokens() {
    if (tokens == null) {
      tokens = Lexer.tokens(file.text());
    }
    return tokens;
  }

  /** {@return how often an identifier or keyword stands in the code of the file} */
  public int occurrencesOf(String word) {
    if (words == null) {
      words = new HashMap<>();
      for (Token token : tokens()) {
        if (token.kind() == Token.Kind.WORD) {
          words.merge(token.in(file.text()), 1, Integer::sum);
        }
      }
    }
    return words.getOrDefault(word, 0);
  }

  /** {@return the text of a tree} */
  public String textOf(Tree tree) {
    return file.textOf(tree);
  }

  /** {@return the tree around the one being checked; the unit itself has none} */
  public Optional<Tree> parent() {
    return ancestor(1);
  }

  /** {@return the tree that lies {@code distance} levels above the one being checked} */
  public Optional<Tree> ancestor(int distance) {
    int index = path.size() - 1 - distance;
    return index < 0 ? Optional.empty() : Optional.of(path.get(index));
  }

  /**
   * {@return the nearest tree of a type around the one being checked, which itself does not count}
   */
  public <T extends Tree> Optional<T> enclosing(Class<T> type) {
    for (int i = path.size() - 2; i >= 0; i--) {
      if (type.isInstance(path.get(i))) {
        return Optional.of(type.cast(path.get(i)));
      }
    }
    return Optional.empty();
  }

  /** {@return whether a comment starts in the text between two offsets} */
  public boolean hasComment(int from, int to) {
    return Lexer.hasComment(file.text(), from, to);
  }

  /** Reports a tree, without a fix. */
  public void report(Tree at, String message) {
    report(file.start(at), file.end(at), message);
  }

  /** Reports a stretch of text, without a fix. */
  public void report(int start, int end, String message) {
    log.add(rule(), path, start, end, message, Optional.empty());
  }

  /** Reports a tree, with a fix of the level that the rule stands for. */
  public void report(Tree at, String message, String fixDescription, List<TextEdit> edits) {
    report(file.start(at), file.end(at), message, fixDescription, edits);
  }

  /** Reports a stretch of text, with a fix of the level that the rule stands for. */
  public void report(
      int start, int end, String message, String fixDescription, List<TextEdit> edits) {
    report(start, end, message, fix(fixDescription, edits));
  }

  /**
   * Reports a stretch of text with a fix of a level of its own; it becomes a suggestion where the
   * file has syntax errors, as its tree is a guess.
   */
  public void report(int start, int end, String message, Fix fix) {
    FixLevel level = file.errors().isEmpty() ? fix.level() : FixLevel.SUGGESTION;
    log.add(rule(), path, start, end, message, Optional.of(fix.withLevel(level)));
  }

  /** Reports a tree, with a fix that says more than its level. */
  public void report(Tree at, String message, Fix fix) {
    report(file.start(at), file.end(at), message, fix);
  }

  /** {@return a fix of the level that the rule stands for, to be reported} */
  public Fix fix(String description, List<TextEdit> edits) {
    return new Fix(rule().fixLevel(), description, edits);
  }

  List<Finding> findings() {
    return log.findings();
  }

  void enter(Tree tree) {
    path.add(tree);
  }

  void leave() {
    path.remove(path.size() - 1);
  }

  void nowChecks(Rule rule) {
    current = rule;
  }

  private Rule rule() {
    if (current == null) {
      throw new IllegalStateException("a rule reports only while it checks");
    }
    return current;
  }
}
