package io.kirolinter.agents.fix.classpath;

import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.resolution.ModelResolver;
import org.jspecify.annotations.Nullable;

/**
 * Poms of a snapshot, and of the local repository; never of the net. In place of one that is
 * missing stands one that says nothing, so that the rest is still of use. For one thread.
 */
final class Poms implements ModelResolver {

  /** Modules that are looked through for one that the local repository does not have. */
  private static final int MOST_MODULES = 1_000;

  private final Snapshot snapshot;
  private final LocalRepository repository;
  private final Map<SourcePath, SnapshotFile> files = new TreeMap<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private @Nullable Map<String, SourcePath> modules;

  Poms(Snapshot snapshot, LocalRepository repository) {
    this.snapshot = snapshot;
    this.repository = repository;
    snapshot.files().stream()
        .filter(file -> file.path().fileName().equals("pom.xml"))
        .forEach(file -> files.put(file.path(), file));
  }

  /** {@return what was asked for in vain, since the last call} */
  Set<String> takeMissing() {
    Set<String> taken = new LinkedHashSet<>(missing);
    missing.clear();
    return taken;
  }

  /**
   * {@return the pom of a module}
   *
   * @throws IOException if it cannot be used
   */
  PomSource module(SourcePath path) throws IOException {
    SnapshotFile file = files.get(path);
    if (file == null || file.size() > SmallXml.MOST_BYTES) {
      throw new IOException(path + " is missing, or too large");
    }
    try {
      return PomSource.of(path.value(), snapshot.read(file), to -> related(path, to));
    } catch (KiroLinterException e) {
      throw new IOException(path + " cannot be read", e);
    }
  }

  /** {@return the pom of a library or, where it is not in the local repository, of a module} */
  Optional<PomSource> find(Coordinates wanted) {
    try {
      Optional<Path> file = repository.file(wanted, ".pom");
      if (file.isPresent()) {
        byte[] content = SmallXml.read(file.get());
        return Optional.of(PomSource.of(wanted.toString(), content, relative -> null));
      }
      SourcePath module = modules().get(wanted.library());
      return module == null ? Optional.empty() : Optional.of(module(module));
    } catch (IOException e) {
      return Optional.empty(); // one that cannot be used is as good as none
    }
  }

  boolean isModule(Coordinates wanted) {
    return modules().containsKey(wanted.library());
  }

  @Override
  public PomSource resolveModel(String group, String artifact, String version) {
    Coordinates wanted = new Coordinates(group, artifact, version);
    return find(wanted)
        .orElseGet(
            () -> {
              missing.add(wanted.toString());
              return PomSource.standIn(wanted);
            });
  }

  @Override
  public PomSource resolveModel(Parent parent) {
    Coordinates of = Coordinates.of(parent);
    return resolveModel(of.group(), of.artifact(), of.version());
  }

  @Override
  public PomSource resolveModel(Dependency dependency) {
    Coordinates of = Coordinates.of(dependency);
    return resolveModel(of.group(), of.artifact(), of.version());
  }

  @Override
  public void addRepository(Repository remote) {
    // the net is never asked
  }

  @Override
  public void addRepository(Repository remote, boolean replace) {
    // the net is never asked
  }

  @Override
  public ModelResolver newCopy() {
    return this;
  }

  private @Nullable PomSource related(SourcePath from, String relative) {
    Path place = Path.of("/" + from.folder()).resolve(relative.replace('\\', '/')).normalize();
    String path = place.toString().replace('\\', '/').replaceFirst("^/+", "");
    String pom = path.endsWith(".xml") ? path : path.isEmpty() ? "pom.xml" : path + "/pom.xml";
    try {
      return files.containsKey(SourcePath.of(pom)) ? module(SourcePath.of(pom)) : null;
    } catch (IOException e) {
      return null; // then the local repository is asked
    }
  }

  private Map<String, SourcePath> modules() {
    if (modules == null) {
      modules = new HashMap<>();
      for (SourcePath path : files.keySet().stream().limit(MOST_MODULES).toList()) {
        add(path, modules);
      }
    }
    return modules;
  }

  private void add(SourcePath path, Map<String, SourcePath> known) {
    try {
      Model raw = new SlimModels().read(module(path).getInputStream(), Map.of());
      known.putIfAbsent(Coordinates.of(raw).library(), path);
    } catch (IOException e) {
      missing.add(path.value()); // named, and none of the modules that can be found
    }
  }
}
