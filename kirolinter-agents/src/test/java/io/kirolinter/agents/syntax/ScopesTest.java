package io.kirolinter.agents.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.kirolinter.agents.syntax.Scopes.VariableKind;
import io.kirolinter.core.source.SourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScopesTest {

  @Test
  void findsAFieldWhereverItIsDeclared() {
    assertThat(typesOf("x", "class A { int a() { return x; } String x; }"))
        .containsExactly("String");
  }

  @Test
  void letsALocalHideAField() {
    assertThat(
            typesOf(
                "x", "class A { String x; void a() { use(x); int x = 1; use(x); } int b = x; }"))
        .containsExactly("String", "int", "String");
  }

  @Test
  void endsALocalWithItsBlock() {
    assertThat(
            typesOf(
                "x",
                "class A { String x; void a() { { int x = 1; } use(x);"
                    + " for (long x = 0; ; ) use(x); } }"))
        .containsExactly("String", "long");
  }

  @Test
  void knowsParametersOfMethodsLambdasCatchesAndResources() {
    assertThat(
            typesOf(
                "x",
                "class A { void a(byte x) { use(x); } Object b = (char x) -> use(x);"
                    + " void c() { try (Reader x = open()) { use(x); } catch (Error x) { use(x); }"
                    + " for (Long x : y) use(x); } }"))
        .containsExactly("byte", "char", "Reader", "Error", "Long");
  }

  @Test
  void knowsPatternVariables() {
    assertThat(
            typesOf(
                "x",
                "class A { boolean a(Object o) { if (!(o instanceof Double x)) return true;"
                    + " return x > 1; } }"))
        .containsExactly("Double");
  }

  @Test
  void sharesTheScopeOfOldSwitchGroupsAndPartsThatOfArrows() {
    assertThat(
            typesOf(
                "x",
                "class A { String x; void a(int n) {"
                    + " switch (n) { case 1: int x = 1; break; case 2: x = 2; use(x); }"
                    + " } void b(int n) { switch (n) { case 1 -> { int x = 1; use(x); }"
                    + " case 2 -> use(x); default -> {} } } }"))
        .containsExactly("int", "int", "int", "String");
  }

  @Test
  void readsThisAsTheInnermostClass() {
    assertThat(
            typesOf(
                "this.x",
                "class A { int x; class B { String x; Object o = this.x; } Object p = this.x; }"))
        .containsExactly("String", "int");
    assertThat(
            typesOf("this.x", "class A { int x; Object o = new Object() { Object p = this.x; }; }"))
        .containsExactly("?");
  }

  @Test
  void seesFieldsOfOuterClasses() {
    assertThat(typesOf("x", "class A { int x; class B { Object o = x; } }")).containsExactly("int");
  }

  @Test
  void knowsNothingOfInheritedFieldsAndImplicitTypes() {
    assertThat(typesOf("x", "class A extends B { Object o = x; }")).containsExactly("?");
    assertThat(typesOf("x", "class A { void a() { var x = 1; use(x); } Object b = x -> x; }"))
        .containsExactly("?", "?");
  }

  @Test
  void namesTypesWithoutTheirArguments() {
    assertThat(
            typesOf(
                "x",
                "class A { void a(java.util.List<String> x) { use(x); } void b(int[][] x) { use(x); }"
                    + " void c(String... x) { use(x); } void d(java.util.@B List<String> x) { use(x); } }"))
        .containsExactly("List", "int[][]", "String[]", "List");
  }

  @Test
  void looksThroughParentheses() {
    SyntaxTree tree = parse("class A { int x; int y = (x); }");
    List<ParenthesizedTree> found = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitParenthesized(ParenthesizedTree inner, @Nullable Void none) {
        found.add(inner);
        return super.visitParenthesized(inner, none);
      }
    }.scan(tree.unit(), null);

    assertThat(Scopes.of(tree).typeNameOf(found.get(0))).contains("int");
  }

  @Test
  void listsTheUsesOfAVariableAndItsKind() {
    SyntaxTree tree = parse("class A { int x; int y = x + this.x; void a(int z) { int w; } }");
    Scopes scopes = Scopes.of(tree);
    List<VariableTree> variables = variablesOf(tree);

    assertThat(scopes.usesOf(variables.get(0))).hasSize(2);
    assertThat(scopes.usesOf(variables.get(3))).isEmpty();
    assertThat(variables.stream().map(scopes::kindOf).map(Optional::orElseThrow))
        .containsExactly(
            VariableKind.FIELD, VariableKind.FIELD, VariableKind.PARAMETER, VariableKind.LOCAL);
  }

  @Test
  void getsThroughBrokenFiles() {
    assertThat(typesOf("x", "class A { int x; void a( { x = ; try ( { } catch ( { x } "))
        .isNotNull();
  }

  /** {@return the type that each use of a name has, in order; {@code ?} where it is not known} */
  private static List<String> typesOf(String use, String source) {
    SyntaxTree tree = parse(source);
    Scopes scopes = Scopes.of(tree);
    return usesIn(tree, use).stream().map(one -> scopes.typeNameOf(one).orElse("?")).toList();
  }

  private static List<ExpressionTree> usesIn(SyntaxTree tree, String use) {
    List<ExpressionTree> found = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree one, @Nullable Void none) {
        boolean name = one instanceof IdentifierTree || one instanceof MemberSelectTree;
        if (name && tree.isWritten(one) && tree.textOf(one).equals(use)) {
          found.add((ExpressionTree) one);
        }
        return super.scan(one, none);
      }
    }.scan(tree.unit(), null);
    return found;
  }

  private static List<VariableTree> variablesOf(SyntaxTree tree) {
    List<VariableTree> found = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree variable, @Nullable Void none) {
        found.add(variable);
        return super.visitVariable(variable, none);
      }
    }.scan(tree.unit(), null);
    return found;
  }

  private static SyntaxTree parse(String text) {
    return JavaParser.open().parse(SourcePath.of("A.java"), text);
  }
}
