package io.kirolinter.agents.fix.compile;

import io.kirolinter.agents.fix.change.FileChange;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parts of the JDK that the compiler is shown. For every name that it cannot find it asks every
 * module; so, where libraries are missing, it takes three times as long with all of them.
 */
final class JdkModules {

  private static final String STANDARD = "java.se";

  private static final Pattern BEYOND_STANDARD =
      Pattern.compile("\\b((?:jdk|sun|com\\.sun|netscape)(?:\\.[a-z_][a-z0-9_]*)+)\\.[A-Z]");

  private JdkModules() {}

  /** {@return the names of modules, for the compiler's option; what they need comes with them} */
  static String neededBy(List<FileChange> changes) {
    Set<String> packages =
        changes.stream()
            .flatMap(change -> BEYOND_STANDARD.matcher(change.before().text()).results())
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    Set<String> modules = new TreeSet<>(Set.of(STANDARD));
    if (!packages.isEmpty()) {
      ModuleFinder.ofSystem().findAll().stream()
          .map(ModuleReference::descriptor)
          .filter(module -> module.packages().stream().anyMatch(packages::contains))
          .map(ModuleDescriptor::name)
          .forEach(modules::add);
    }
    return String.join(",", modules);
  }
}
