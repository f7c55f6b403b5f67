package io.kirolinter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import io.kirolinter.agents.standard.StandardAgents;
import io.kirolinter.analytics.workflow.WorkflowAnalytics;
import io.kirolinter.core.json.Json;
import io.kirolinter.workflow.coordinator.Coordinator;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.Charset;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two users of the library in one JVM share nothing that one of them could change. */
@DisplayName("Static state of the library")
class StaticStateTest {

  private static final int FEWEST_FIELDS = 500;

  /** Made by the compiler, or by the measuring of coverage. */
  private static final String NOT_OURS = "\\$(assertionsDisabled|jacocoData|SwitchMap.*|VALUES)";

  private static final Pattern FIXED =
      Pattern.compile(
          "java\\.lang\\.(String|Integer|Long|Double|Boolean|Character)|java\\.math\\.Big\\w+"
              + "|java\\.time\\.[\\w.$]+|java\\.util\\.(Locale|UUID|Optional(Int|Long|Double)|Compara\\w+\\$.*)|java\\.util\\.regex\\.Pattern"
              + "|org\\.apache\\.commons\\.statistics\\.distribution\\.\\w+"
              + "|java\\.net\\.URI|com\\.google\\.common\\.(base|hash)\\..*");
  private static final Pattern FIXED_COLLECTION =
      Pattern.compile(
          "java\\.util\\.(ImmutableCollections\\$.*|Collections\\$(Unmodifiable|Empty|Singleton).*)");

  /**
   * What cannot be changed, though its type could be: each is set up once, in its initializer, and
   * safe for use by many threads.
   */
  private static final Set<String> SET_UP_ONCE =
      Set.of(
          // Only a lock: two threads of one process cannot hold the lock of one file.
          "io.kirolinter.agents.git.Mirrors.TURN",
          "io.kirolinter.analytics.statistics.Proportion.WILSON",
          "io.kirolinter.core.json.ForeignJson.MAPPER",
          "io.kirolinter.core.json.Json.MAPPER",
          "io.kirolinter.core.json.JsonText.FACTORY",
          "io.kirolinter.core.secret.SecretFinder.SIGNS",
          "io.kirolinter.core.settings.YamlFile.YAML");

  @Test
  void isFinalAndOfValuesThatNobodyCanChange() throws Exception {
    List<String> mutable = new ArrayList<>();
    int looked = 0;
    for (Class<?> type : libraryClasses()) {
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && !field.getName().matches(NOT_OURS)) {
          looked++;
          check(field, mutable);
        }
      }
    }

    assertThat(mutable).isEmpty();
    assertThat(looked).isGreaterThan(FEWEST_FIELDS);
  }

  private static List<Class<?>> libraryClasses() throws Exception {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> one :
        List.of(Json.class, StandardAgents.class, Coordinator.class, WorkflowAnalytics.class)) {
      Path place = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(place)) {
        addAll(types, place);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
          addAll(types, jar.getPath("/"));
        }
      }
    }
    return types;
  }

  private static void addAll(List<Class<?>> types, Path root) throws Exception {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
        String name = root.relativize(file).toString().replaceFirst("\\.class$", "");
        types.add(Class.forName(name.replace('/', '.').replace('\\', '.')));
      }
    }
  }

  private static void check(Field field, List<String> mutable) throws IllegalAccessException {
    String name = field.getDeclaringClass().getName() + "." + field.getName();
    if (!Modifier.isFinal(field.getModifiers())) {
      mutable.add(name + " is not final");
    } else if (!isTable(field) && !field.getType().isPrimitive() && !SET_UP_ONCE.contains(name)) {
      field.setAccessible(true);
      String found = changeable(field.get(null), new IdentityHashMap<>());
      if (!found.isEmpty()) {
        mutable.add(name + " holds " + found);
      }
    }
  }

  /** A private array that stays where it is: whoever writes to it, does so in its own class. */
  private static boolean isTable(Field field) {
    return field.getType().isArray()
        && Modifier.isPrivate(field.getModifiers())
        && Modifier.isFinal(field.getModifiers());
  }

  /** {@return what of a value can be changed; empty if nothing can} */
  private static String changeable(Object value, Map<Object, Boolean> seen)
      throws IllegalAccessException {
    if (value == null || isKnownAsFixed(value) || seen.put(value, true) != null) {
      return "";
    }
    if (isFixedCollection(value)) {
      return firstChangeable(((Collection<?>) value).toArray(), seen);
    }
    if (isFixedMap(value)) {
      Map<?, ?> map = (Map<?, ?>) value;
      return firstChangeable(map.keySet().toArray(), seen)
          + firstChangeable(map.values().toArray(), seen);
    }
    if (value instanceof Optional<?> optional) {
      return changeable(optional.orElse(null), seen);
    }
    boolean isOurs = value.getClass().getName().startsWith("io.kirolinter.");
    return isOurs ? changeableField(value, seen) : value.getClass().getName();
  }

  private static String firstChangeable(Object[] values, Map<Object, Boolean> seen)
      throws IllegalAccessException {
    for (Object value : values) {
      String found = changeable(value, seen);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  /** A lambda is a class of ours too, whose fields are what it has captured. */
  private static String changeableField(Object value, Map<Object, Boolean> seen)
      throws IllegalAccessException {
    for (Class<?> type = value.getClass();
        type != null && type.getName().startsWith("io.kirolinter.");
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())
            || isTable(field)
            || field.getType().isPrimitive()) {
          continue;
        }
        if (!Modifier.isFinal(field.getModifiers())) {
          return type.getName() + "." + field.getName();
        }
        field.setAccessible(true);
        String found = changeable(field.get(value), seen);
        if (!found.isEmpty()) {
          return type.getName() + "." + field.getName() + ": " + found;
        }
      }
    }
    return "";
  }

  private static boolean isKnownAsFixed(Object value) {
    return value instanceof Enum<?>
        || value instanceof Class<?>
        || FIXED.matcher(value.getClass().getName()).matches()
        || value instanceof Path
        || value instanceof Charset;
  }

  private static boolean isFixedCollection(Object value) {
    return value instanceof Collection<?> && isFixed(value);
  }

  private static boolean isFixedMap(Object value) {
    return value instanceof Map<?, ?> && isFixed(value);
  }

  private static boolean isFixed(Object value) {
    return value instanceof ImmutableCollection<?>
        || value instanceof ImmutableMap<?, ?>
        || FIXED_COLLECTION.matcher(value.getClass().getName()).matches();
  }
}
