package io.kirolinter.agents.fix.file;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * What other files can see of a file: every type, method and field that is not private, with
 * modifiers, type and parameter types as they are written, without annotations; with the values of
 * constants, which other files hold copies of, and the defaults of annotations. Modifiers that a
 * declaration has anyway, such as {@code public} in an interface, make no difference, nor does it
 * whether a type that the file imports is written with its package.
 */
final class Declarations {

  private static final Set<Modifier> NEVER_SEEN =
      Set.of(Modifier.STRICTFP, Modifier.SYNCHRONIZED, Modifier.NATIVE, Modifier.TRANSIENT);

  private static final Set<String> CONSTANT_TYPES =
      Set.of(
          "boolean",
          "byte",
          "char",
          "short",
          "int",
          "long",
          "float",
          "double",
          "String",
          "java.lang.String");

  private final SyntaxTree file;
  private final QualifiedNames names;
  private final List<String> found = new ArrayList<>();

  private Declarations(SyntaxTree file) {
    this.file = file;
    this.names = QualifiedNames.in(file.unit());
  }

  static List<String> of(SyntaxTree file) {
    Declarations declarations = new Declarations(file);
    for (Tree type : file.unit().getTypeDecls()) {
      if (type instanceof ClassTree declared) {
        declarations.addType("", declared, false);
      }
    }
    return declarations.found.stream().sorted().toList();
  }

  private void addType(String place, ClassTree type, boolean inInterface) {
    Set<Modifier> modifiers = modifiersOf(type.getModifiers());
    if (isNested(place) && (inInterface || type.getKind() != Tree.Kind.CLASS)) {
      modifiers.add(Modifier.STATIC);
    }
    normalise(modifiers, inInterface, type);
    if (modifiers.contains(Modifier.PRIVATE)) {
      return;
    }
    String name = place + type.getSimpleName();
    add(modifiers, type.getKind().name(), name, headerOf(type));
    addMembers(name + ".", type, modifiers);
  }

  private static boolean isNested(String place) {
    return !place.isEmpty();
  }

  private void normalise(Set<Modifier> modifiers, boolean inInterface, ClassTree type) {
    if (inInterface) {
      modifiers.add(Modifier.PUBLIC);
    }
    if (isInterface(type)) {
      modifiers.remove(Modifier.ABSTRACT);
    }
    if (isRecord(type) || type.getKind() == Tree.Kind.ENUM) {
      modifiers.remove(Modifier.FINAL);
    }
  }

  private void addMembers(String place, ClassTree type, Set<Modifier> typeModifiers) {
    boolean constructed = false;
    for (Tree member : type.getMembers()) {
      if (member instanceof ClassTree nested) {
        addType(place, nested, isInterface(type));
      } else if (member instanceof VariableTree field) {
        addField(place, field, type);
      } else if (member instanceof MethodTree method) {
        constructed |= method.getReturnType() == null;
        addMethod(place, method, type, typeModifiers);
      }
    }
    if (!constructed && type.getKind() == Tree.Kind.CLASS) {
      Set<Modifier> implied = new TreeSet<>(typeModifiers);
      implied.retainAll(Set.of(Modifier.PUBLIC, Modifier.PROTECTED));
      add(implied, "", place + "<init>", "()");
    }
  }

  private void addField(String place, VariableTree field, ClassTree type) {
    Set<Modifier> modifiers = modifiersOf(field.getModifiers());
    if (isInterface(type)) {
      modifiers.addAll(Set.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL));
    }
    if (isRecord(type) && !modifiers.contains(Modifier.STATIC)) {
      add(Set.of(), textOfParameter(field), name(place, type, field), "");
    }
    add(modifiers, text(field.getType()), place + field.getName(), value(field, modifiers));
  }

  /** Their order counts. */
  private static String name(String place, ClassTree type, VariableTree component) {
    return place + component.getName() + "#" + type.getMembers().indexOf(component);
  }

  /** Of what may be a constant: the compiler copies its value into the classes that use it. */
  private String value(VariableTree field, Set<Modifier> modifiers) {
    boolean constant =
        modifiers.contains(Modifier.FINAL) && CONSTANT_TYPES.contains(field.getType().toString());
    ExpressionTree value = field.getInitializer();
    while (value instanceof ParenthesizedTree inner) {
      value = inner.getExpression();
    }
    return constant && value != null ? " = " + value : "";
  }

  private void addMethod(
      String place, MethodTree method, ClassTree type, Set<Modifier> typeModifiers) {
    Set<Modifier> modifiers = modifiersOf(method.getModifiers());
    if (isInterface(type) && !modifiers.contains(Modifier.PRIVATE)) {
      modifiers.add(Modifier.PUBLIC);
      if (method.getBody() == null) {
        modifiers.add(Modifier.ABSTRACT);
      }
    }
    if (typeModifiers.contains(Modifier.FINAL)) {
      modifiers.remove(Modifier.FINAL);
    }
    if (type.getKind() == Tree.Kind.ENUM && method.getReturnType() == null) {
      modifiers.add(Modifier.PRIVATE);
    }
    add(
        modifiers,
        texts(method.getTypeParameters()) + text(method.getReturnType()),
        place + method.getName(),
        method.getParameters().stream()
                .map(this::textOfParameter)
                .collect(Collectors.joining(",", "(", ")"))
            + texts(method.getThrows())
            + text(method.getDefaultValue()));
  }

  private String headerOf(ClassTree type) {
    return texts(type.getTypeParameters())
        + text(type.getExtendsClause())
        + texts(type.getImplementsClause())
        + texts(type.getPermitsClause());
  }

  private void add(Set<Modifier> modifiers, String type, String name, String more) {
    if (!modifiers.contains(Modifier.PRIVATE)) {
      String seen = modifiers.isEmpty() ? "" : modifiers.toString().toLowerCase(Locale.ROOT) + " ";
      found.add(name + more + ": " + seen + type);
    }
  }

  private static Set<Modifier> modifiersOf(ModifiersTree tree) {
    Set<Modifier> modifiers = new TreeSet<>(tree.getFlags());
    modifiers.removeAll(NEVER_SEEN);
    return modifiers;
  }

  private static boolean isInterface(ClassTree type) {
    return type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
  }

  private static boolean isRecord(ClassTree type) {
    return type.getKind() == Tree.Kind.RECORD;
  }

  private String texts(Collection<? extends Tree> trees) {
    return trees.isEmpty()
        ? ""
        : trees.stream().map(this::text).collect(Collectors.joining(",", "<", ">"));
  }

  private String textOfParameter(VariableTree parameter) {
    boolean several = file.isWritten(parameter) && file.textOf(parameter).contains("...");
    return text(parameter.getType()) + (several ? "..." : "");
  }

  /** The compiler's own way to write a tree: an array is the same before and behind the name. */
  private String text(@Nullable Tree tree) {
    return tree == null ? "" : names.qualify(tree.toString());
  }
}
