package io.kirolinter.agents.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.core.source.SourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JavaParserTest {

  private final JavaParser parser = JavaParser.open();

  @Test
  void handsOverManyFilesInTheirOrder() {
    List<JavaSource> sources =
        IntStream.range(0, 100)
            .mapToObj(i -> source("a/C" + i + ".java", "class C" + i + " {}"))
            .toList();
    List<SyntaxTree> trees = new ArrayList<>();

    parser.parse(sources, trees::add);

    assertThat(trees).hasSize(100);
    for (int i = 0; i < 100; i++) {
      assertThat(trees.get(i).path().value()).isEqualTo("a/C" + i + ".java");
      assertThat(firstType(trees.get(i)).getSimpleName()).hasToString("C" + i);
    }
  }

  @Test
  void seesTheErrorsOfEachFileHoweverManyThereAre() {
    String broken = "class A {" + " int ;".repeat(60) + " }";
    List<JavaSource> sources =
        IntStream.range(0, 10).mapToObj(i -> source("C" + i + ".java", broken)).toList();
    List<SyntaxTree> trees = new ArrayList<>();

    parser.parse(sources, trees::add);

    assertThat(trees).hasSize(10).allMatch(tree -> tree.errors().size() >= 60);
  }

  @Test
  void saysWhereAFileIsNotJava() {
    List<SyntaxError> errors = parse("class A {\n  int ;\n}\n").errors();

    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).line()).isEqualTo(2);
    assertThat(errors.get(0).message()).isEqualTo("<identifier> expected");
  }

  @Test
  void keepsTheErrorsOfOneFileFromItsNeighbours() {
    List<SyntaxTree> trees = new ArrayList<>();
    parser.parse(List.of(source("A.java", "class A {}"), source("B.java", "class {")), trees::add);

    assertThat(trees.get(0).errors()).isEmpty();
    assertThat(trees.get(1).errors()).isNotEmpty();
  }

  @Test
  void resolvesNothing() {
    assertThat(parse("import no.such.Type;\nclass A extends Missing { Type t = x(); }").errors())
        .isEmpty();
  }

  @Test
  void countsOffsetsInTheTextAsItIs() {
    String text = "class A {\r\n\tint \ud83d\ude00 ;\r\n  String b = \"\ud83d\ude00\\u0041\";\r\n}";
    SyntaxTree tree = parse(text.replace("\ud83d\ude00 ;", "c;"));
    Tree last = firstType(tree).getMembers().get(1);

    assertThat(tree.textOf(last)).isEqualTo("String b = \"\ud83d\ude00\\u0041\";");
    assertThat(tree.lines().lineOf(tree.start(last))).isEqualTo(3);
  }

  @Test
  void readsTextThatIsNoValidUnicode() {
    SyntaxTree tree = parse("class A { String s = \"\ud800\"; // \udc00\n}");

    assertThat(tree.errors()).isEmpty();
    assertThat(tree.textOf(firstType(tree).getMembers().get(0))).contains("\ud800");
  }

  @Test
  void readsAnEmptyFile() {
    SyntaxTree tree = parse("");

    assertThat(tree.errors()).isEmpty();
    assertThat(tree.unit().getTypeDecls()).isEmpty();
  }

  @Test
  void takesPathsThatAreNoUris() {
    SyntaxTree tree = parser.parse(SourcePath.of("a b/%C\u00e9#.java"), "class A {}");

    assertThat(tree.path().value()).isEqualTo("a b/%C\u00e9#.java");
  }

  @Test
  void knowsWhatIsNotWritten() {
    ClassTree type = firstType(parse("class A { void a() {} }"));
    SyntaxTree tree = parse("class A { Runnable r = () -> {}; void a(int x) {} }");
    MethodTree method = (MethodTree) firstType(tree).getMembers().get(1);

    assertThat(tree.isWritten(method)).isTrue();
    assertThat(tree.isWritten(method.getModifiers())).isFalse();
    assertThat(type.getKind()).isEqualTo(Tree.Kind.CLASS);
  }

  @Test
  void givesVariablesDeclaredTogetherOneStart() {
    SyntaxTree tree = parse("class A { int a, b = 1; }");
    List<? extends Tree> members = firstType(tree).getMembers();

    assertThat(tree.start(((VariableTree) members.get(0)).getType()))
        .isEqualTo(tree.start(((VariableTree) members.get(1)).getType()));
  }

  @Test
  void refusesASourceWithoutText() {
    assertThatNullPointerException()
        .isThrownBy(() -> new JavaSource(SourcePath.of("A.java"), nothing()))
        .withMessage("text");
  }

  @SuppressWarnings("NullAway") // the point of the test
  private static String nothing() {
    return null;
  }

  private SyntaxTree parse(String text) {
    return parser.parse(SourcePath.of("A.java"), text);
  }

  private static JavaSource source(String path, String text) {
    return new JavaSource(SourcePath.of(path), text);
  }

  private static ClassTree firstType(SyntaxTree tree) {
    return (ClassTree) tree.unit().getTypeDecls().get(0);
  }
}
