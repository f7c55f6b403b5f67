package io.kirolinter.agents.fix.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.core.source.SourcePath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationsTest {

  @Test
  void listsWhatOtherFilesCanSee() {
    assertThat(
            declarations(
                """
                public final class A<T extends Comparable<T>> extends B implements C, D {
                  protected static int x = 1;
                  private int hidden;
                  A(int... more) throws java.io.IOException { }
                  public final <S> S m(final String[] a, S s) { return s; }
                  private void hidden() { }
                  private static class Hidden { public int y; }
                  static class Shown { }
                }
                """))
        .containsExactly(
            "A.<init>(int[]...)<java.io.IOException>: ",
            "A.Shown.<init>(): ",
            "A.Shown: [static] CLASS",
            "A.m(String[],S): [public] <S>S",
            "A.x: [protected, static] int",
            "A<T extends Comparable<T>>B<C,D>: [public, final] CLASS");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interface I { int X = 1; }|interface I { public static final int X = 1; }",
        "interface I { void m(); }|interface I { public abstract void m(); }",
        "interface I { class C { } }|interface I { public static class C { } }",
        "interface I { default void m() { } }|interface I { public default void m() { } }",
        "abstract interface I { }|interface I { }",
        "class A { static final long X = 1l; }|class A { static final long X = (1L); }",
        "class A { static int x = 1; }|class A { static int x = 2; }",
        "class A { private static final int X = 1; int y; }"
            + "|class A { private static final int X = 2; int y; }",
        "record R(int a) { R { } }|record R(int a) { R { assert a > 0; } }",
        "class A { enum E { X } }|class A { static enum E { X } }",
        "enum E { X; E() { } }|enum E { X; private E() { } }",
        "class A { record R(int a) { } }|class A { static final record R(int a) { } }",
        "final class A { void m() { } }|final class A { final strictfp synchronized void m() { } }",
        "class A { int[] a; void m(int[] b) { } }|class A { int a[]; void m(int b[]) { } }",
        "import a.b.C; class A { a.b.C x; a.b.C.D y; C<C.D> m(C[] c) { return null; } }"
            + "|import a.b.C; class A { C x; C.D y; a.b.C<a.b.C.D> m(a.b.C[] c) { return null; } }",
        "class A { A() { } }|class A { @Deprecated A ( ) { int local; } }",
        "public class A { }|public class A { public A() { } }",
        "class A { java.util.List<String> m() { return null; } }"
            + "|class A { java.util.List< String > m() { return null; } }",
      })
  void doesNotCareHowTheSameIsWritten(String one, String other) {
    assertThat(declarations(one)).isEqualTo(declarations(other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class A { }|final class A { }",
        "import a.b.C; class A { a.b.C x; }|import a.b.C; class A { d.C x; }",
        "import a.b.C; class A { C x; }|import d.C; class A { C x; }",
        "class A { a.b.C x; }|class A { C x; }",
        "class A { void m() { } }|class A { int m() { return 1; } }",
        "record R(int a) { }|record R(long a) { }",
        "record R(int a) { }|record R(int b) { }",
        "record R(int a, int b) { }|record R(int b, int a) { }",
        "record R(int... a) { }|record R(int[] a) { }",
        "record R(int a) { }|record R(int a) { static int B; }",
        "enum E { X, Y }|enum E { X }",
        "enum E { X; void m() { } }|enum E { X; int m() { return 1; } }",
        "sealed interface I permits A, B { }|sealed interface I permits A { }",
        "sealed interface I permits A { }|interface I { }",
        "final class A implements I { }|non-sealed class A implements I { }",
        "@interface N { int x() default 1; }|@interface N { int x() default 2; }",
        "@interface N { int x() default 1; }|@interface N { int x(); }",
        "@interface N { String x(); }|@interface N { String[] x(); }",
        "interface I { int X = 1; }|interface I { int X = 2; }",
        "class A { static final String S = null; }|class A { static final String S = \"\"; }",
        "class A { public final long X = 1; }|class A { public final long X = 2; }",
        "class A { void m(int a) { } }|class A { void m(long a) { } }",
        "class A { void m(int... a) { } }|class A { void m(int[] a) { } }",
        "class A { void m() { } }|class A { private void m() { } }",
        "class A { }|class A { private A() { } }",
        "class A { int x; }|class A { final int x = 1; }",
        "interface I { void m(); }|interface I { default void m() { } }",
        "class A { }|interface A { }",
        "class A { }|class A { class B { } }",
      })
  void seesWhatIsDifferentForOthers(String one, String other) {
    assertThat(declarations(one)).isNotEqualTo(declarations(other));
  }

  private static List<String> declarations(String text) {
    return Declarations.of(JavaParser.open().parse(SourcePath.of("A.java"), text));
  }
}
