package io.kirolinter.agents.habit;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.agents.syntax.Scopes.VariableKind;
import io.kirolinter.agents.syntax.SyntaxTree;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Ways of naming and idioms of one file, by its tree. */
final class HabitWalk extends TreeScanner<@Nullable Void, @Nullable Void> {

  private static final Pattern UPPER = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
  private static final Set<String> LOGGERS = Set.of("Logger", "Log");
  private static final Set<String> DEFAULTS = Set.of("null", "0", "false", "0L", "0.0");
  private static final Map<String, String> ASSERTIONS =
      Map.of(
          "org.assertj.", "AssertJ",
          "org.hamcrest.", "Hamcrest",
          "com.google.common.truth.", "Truth",
          "org.junit.jupiter.api.Assertions", "JUnit 5",
          "org.junit.Assert", "JUnit 4");

  private final SyntaxTree file;
  private final Scopes scopes;
  private final Tally tally;
  private final boolean isTest;
  private boolean inInterface;

  private HabitWalk(SyntaxTree file, Tally tally) {
    this.file = file;
    this.tally = tally;
    scopes = Scopes.of(file);
    isTest = file.path().value().contains("src/test/");
  }

  static void count(SyntaxTree file, Tally tally) {
    new HabitWalk(file, tally).scan(file.unit(), null);
  }

  @Override
  public @Nullable Void visitCompilationUnit(CompilationUnitTree unit, @Nullable Void unused) {
    boolean plainSeen = false;
    boolean staticSeen = false;
    for (ImportTree one : unit.getImports()) {
      if (one.isStatic() && !staticSeen && unit.getImports().size() > 1) {
        staticSeen = true;
        tally.add(Topic.STATIC_IMPORTS, plainSeen ? "after the others" : "before the others");
      }
      plainSeen |= !one.isStatic();
    }
    return super.visitCompilationUnit(unit, unused);
  }

  @Override
  public @Nullable Void visitImport(ImportTree one, @Nullable Void unused) {
    String name = one.getQualifiedIdentifier().toString();
    tally.add(Topic.IMPORTS, name.endsWith(".*") ? "on demand" : "one by one");
    if (isTest) {
      ASSERTIONS.entrySet().stream()
          .filter(known -> name.startsWith(known.getKey()))
          .findFirst()
          .ifPresent(known -> tally.add(Topic.ASSERTIONS, known.getValue()));
    }
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree one, @Nullable Void unused) {
    String name = one.getSimpleName().toString();
    if (isTest && (name + ".java").equals(file.path().fileName())) {
      countTestClass(name);
    }
    boolean outer = inInterface;
    inInterface = one.getKind() == Tree.Kind.INTERFACE;
    super.visitClass(one, unused);
    inInterface = outer;
    return null;
  }

  private void countTestClass(String name) {
    for (String end : new String[] {"Tests", "Test", "TestCase", "IT", "Spec"}) {
      if (name.endsWith(end)) {
        tally.add(Topic.TEST_CLASS_NAMES, "…" + end);
        return;
      }
    }
    if (name.startsWith("Test")) {
      tally.add(Topic.TEST_CLASS_NAMES, "Test…");
    }
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
    Set<Modifier> modifiers = method.getModifiers().getFlags();
    if (inInterface && !modifiers.contains(Modifier.PRIVATE)) {
      tally.add(
          Topic.INTERFACE_METHODS,
          modifiers.contains(Modifier.PUBLIC) ? Topic.PUBLIC_WRITTEN : "public left out");
    }
    boolean isOpen = modifiers.contains(Modifier.PUBLIC) && !isTest && file.isWritten(method);
    if (isOpen && !isOverride(method)) {
      String before = file.text().substring(0, file.start(method)).stripTrailing();
      tally.add(Topic.JAVADOC_OF_PUBLIC_METHODS, before.endsWith("*/") ? "written" : "left out");
    }
    if (method.getReturnType() != null
        && Scopes.simpleName(method.getReturnType()).equals(Optional.of("Optional"))) {
      tally.add(Topic.ABSENT_VALUES, "Optional");
    }
    return super.visitMethod(method, unused);
  }

  private static boolean isOverride(MethodTree method) {
    return method.getModifiers().getAnnotations().stream()
        .anyMatch(one -> one.getAnnotationType().toString().endsWith("Override"));
  }

  @Override
  public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
    scopes.kindOf(variable).ifPresent(kind -> count(variable, kind));
    return super.visitVariable(variable, unused);
  }

  private void count(VariableTree variable, VariableKind kind) {
    if (kind == VariableKind.FIELD) {
      countField(variable);
    } else if (kind == VariableKind.LOCAL) {
      boolean isFinal = variable.getModifiers().getFlags().contains(Modifier.FINAL);
      tally.add(Topic.FINAL_LOCALS, isFinal ? "final written" : "final left out");
      boolean isVar = variable.getType() == null || !file.isWritten(variable.getType());
      tally.add(Topic.LOCAL_TYPES, isVar ? "var" : "type written");
    }
    countBrackets(variable);
  }

  private void countField(VariableTree field) {
    Set<Modifier> modifiers = field.getModifiers().getFlags();
    String name = field.getName().toString();
    if (Scopes.simpleName(field.getType()).filter(LOGGERS::contains).isPresent()) {
      tally.add(Topic.LOGGER_NAMES, name);
    } else if (modifiers.contains(Modifier.STATIC) && modifiers.contains(Modifier.FINAL)) {
      boolean upper = UPPER.matcher(name).matches();
      tally.add(Topic.CONSTANT_NAMES, upper ? "UPPER_CASE" : "other");
    } else if (!modifiers.contains(Modifier.FINAL)) {
      countDefault(field);
    }
    for (Tree use : scopes.usesOf(field)) {
      boolean bare = use instanceof IdentifierTree;
      tally.add(Topic.FIELD_ACCESS, bare ? "by name alone" : "with this");
    }
  }

  private void countDefault(VariableTree field) {
    if (field.getInitializer() == null) {
      tally.add(Topic.FIELD_DEFAULTS, "default left out");
    } else if (field.getInitializer() instanceof LiteralTree value
        && DEFAULTS.contains(file.textOf(value))) {
      tally.add(Topic.FIELD_DEFAULTS, Topic.DEFAULT_WRITTEN);
    }
  }

  private void countBrackets(VariableTree variable) {
    if (variable.getType() == null
        || !(variable.getType() instanceof ArrayTypeTree)
        || !file.isWritten(variable)) {
      return;
    }
    String text = file.textOf(variable);
    int name = text.indexOf(variable.getName().toString());
    boolean behind =
        Pattern.compile("\\b" + Pattern.quote(variable.getName().toString()) + "\\s*\\[")
            .matcher(text)
            .find();
    if (name >= 0) {
      tally.add(Topic.ARRAY_BRACKETS, behind ? Topic.BEHIND_NAME : "at the type");
    }
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree creation, @Nullable Void unused) {
    if (creation.getIdentifier() instanceof ParameterizedTypeTree type) {
      boolean diamond = type.getTypeArguments().isEmpty();
      tally.add(Topic.GENERIC_CREATION, diamond ? "diamond" : Topic.TYPE_ARGUMENTS);
    }
    String name = creation.getIdentifier().toString();
    if (name.equals("StringBuilder") || name.equals(Topic.STRING_BUFFER)) {
      tally.add(Topic.STRING_BUILDING, name);
    }
    return super.visitNewClass(creation, unused);
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree one, @Nullable Void unused) {
    if (one.getExpression() instanceof BinaryTree) {
      tally.add(Topic.RETURNED_EXPRESSIONS, "plain");
    } else if (one.getExpression() instanceof ParenthesizedTree inner
        && inner.getExpression() instanceof BinaryTree) {
      tally.add(Topic.RETURNED_EXPRESSIONS, Topic.PARENTHESES);
    } else if (one.getExpression() instanceof LiteralTree value
        && value.getKind() == Tree.Kind.NULL_LITERAL) {
      tally.add(Topic.ABSENT_VALUES, "null");
    }
    return super.visitReturn(one, unused);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
    String name = call.getMethodSelect().toString();
    if (name.equals("requireNonNull") || name.endsWith("Objects.requireNonNull")) {
      tally.add(Topic.NULL_CHECKS, "requireNonNull");
    }
    return super.visitMethodInvocation(call, unused);
  }

  @Override
  public @Nullable Void visitIf(IfTree one, @Nullable Void unused) {
    if (one.getCondition() instanceof ParenthesizedTree inner
        && inner.getExpression() instanceof BinaryTree test
        && test.getKind() == Tree.Kind.EQUAL_TO
        && test.getRightOperand().getKind() == Tree.Kind.NULL_LITERAL
        && only(one.getThenStatement()) instanceof ThrowTree) {
      tally.add(Topic.NULL_CHECKS, "if and throw");
    }
    return super.visitIf(one, unused);
  }

  private static StatementTree only(StatementTree statement) {
    return statement instanceof BlockTree block && block.getStatements().size() == 1
        ? block.getStatements().get(0)
        : statement;
  }
}
