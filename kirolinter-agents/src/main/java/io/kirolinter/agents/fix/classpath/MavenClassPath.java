package io.kirolinter.agents.fix.classpath;

import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Exclusion;
import org.apache.maven.model.Model;
import org.apache.maven.model.building.ModelBuildingException;

/**
 * What a pom and the local repository say about the libraries of a module: of each library the
 * version that is nearest, as Maven has it. Modules of the same repository need no jar, as their
 * sources are at hand; but what they depend on does count. For one thread.
 */
final class MavenClassPath {

  private static final int MOST_LIBRARIES = 2_000;

  private final Poms poms;
  private final EffectiveModels models;
  private final LocalRepository repository;

  MavenClassPath(Snapshot snapshot, LocalRepository repository) {
    this.poms = new Poms(snapshot, repository);
    this.models = new EffectiveModels(poms, new SlimModels());
    this.repository = repository;
  }

  /** {@return the libraries of a module; whatever is wrong is a gap} */
  ClassPath of(SourcePath pom, CodeKind kind) {
    try {
      Model module = models.of(poms.module(pom));
      return new Walk(module, kind).classPath();
    } catch (IOException | ModelBuildingException | RuntimeException | StackOverflowError e) {
      return ClassPath.unknown("%s cannot be used: %s".formatted(pom, firstLine(e)));
    }
  }

  /** {@return the files of the local repository that were asked for so far} */
  LibraryFiles asked() {
    return repository.asked();
  }

  private static String firstLine(Throwable e) {
    String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return text.lines().findFirst().orElse("").strip();
  }

  /** A dependency, and what whoever led to it does not want. */
  private record Open(Dependency dependency, Set<String> unwanted) {}

  /** One way through the dependencies of a module, the near ones first. */
  private final class Walk {

    private final CodeKind kind;
    private final Map<String, Dependency> managed = new HashMap<>();
    private final Queue<Open> open = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Path> jars = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();

    Walk(Model module, CodeKind kind) {
      this.kind = kind;
      DependencyManagement management = module.getDependencyManagement();
      if (management != null) {
        management.getDependencies().forEach(one -> managed.putIfAbsent(keyOf(one), one));
      }
      module.getDependencies().stream()
          .filter(one -> kind.scopes().contains(scopeOf(one)))
          .forEach(one -> open.add(new Open(one, Set.of())));
    }

    ClassPath classPath() {
      while (!open.isEmpty() && seen.size() < MOST_LIBRARIES) {
        Open next = open.remove();
        if (seen.add(keyOf(next.dependency()))) {
          visit(next);
        }
      }
      poms.takeMissing().forEach(pom -> gaps.add(pom + " is not in the local repository"));
      return new ClassPath(jars, gaps);
    }

    private void visit(Open one) {
      Coordinates library = Coordinates.of(one.dependency());
      Optional<Path> jar = jarOf(one.dependency());
      jar.ifPresent(jars::add);
      if (jar.isEmpty() && hasJar(one.dependency()) && !poms.isModule(library)) {
        gaps.add(library + " is not in the local repository");
      }
      poms.find(library).ifPresent(pom -> follow(one, pom));
    }

    private void follow(Open from, PomSource pom) {
      Set<String> unwanted = new HashSet<>(from.unwanted());
      from.dependency().getExclusions().forEach(one -> unwanted.add(nameOf(one)));
      try {
        for (Dependency next : models.of(pom).getDependencies()) {
          Dependency decided = decided(next);
          if (isSeen(decided) && !isUnwanted(decided, unwanted)) {
            open.add(new Open(decided, unwanted));
          }
        }
      } catch (ModelBuildingException e) {
        gaps.add("%s cannot be used: %s".formatted(pom.getLocation(), firstLine(e)));
      }
    }

    /** {@return a dependency as the module wants it, whatever the library says} */
    private Dependency decided(Dependency inherited) {
      Dependency wish = managed.get(keyOf(inherited));
      if (wish == null) {
        return inherited;
      }
      Dependency decided = inherited.clone();
      decided.setVersion(wish.getVersion() == null ? decided.getVersion() : wish.getVersion());
      decided.setScope(wish.getScope() == null ? decided.getScope() : wish.getScope());
      wish.getExclusions().forEach(decided::addExclusion);
      return decided;
    }

    private boolean isSeen(Dependency inherited) {
      return !inherited.isOptional() && kind.inheritedScopes().contains(scopeOf(inherited));
    }
  }

  private Optional<Path> jarOf(Dependency dependency) {
    String classifier = dependency.getClassifier() == null ? "" : dependency.getClassifier();
    String part = classifier.isEmpty() && isTestJar(dependency) ? "tests" : classifier;
    return hasJar(dependency)
        ? repository.file(Coordinates.of(dependency), part.isEmpty() ? ".jar" : "-" + part + ".jar")
        : Optional.empty();
  }

  private static boolean hasJar(Dependency dependency) {
    return dependency.getType() == null
        || !Set.of("pom", "war", "zip").contains(dependency.getType());
  }

  private static boolean isTestJar(Dependency dependency) {
    return "test-jar".equals(dependency.getType());
  }

  private static String scopeOf(Dependency dependency) {
    String scope = dependency.getScope();
    return scope == null || scope.isBlank() ? "compile" : scope.strip();
  }

  private static String keyOf(Dependency dependency) {
    return String.join(
        ":",
        Coordinates.of(dependency).library(),
        isTestJar(dependency) ? "test-jar" : "jar",
        dependency.getClassifier() == null ? "" : dependency.getClassifier());
  }

  private static String nameOf(Exclusion exclusion) {
    return exclusion.getGroupId() + ":" + exclusion.getArtifactId();
  }

  private static boolean isUnwanted(Dependency dependency, Set<String> unwanted) {
    Coordinates name = Coordinates.of(dependency);
    return !unwanted.isEmpty()
        && (unwanted.contains(name.library())
            || unwanted.contains(name.group() + ":*")
            || unwanted.contains("*:" + name.artifact())
            || unwanted.contains("*:*"));
  }
}
