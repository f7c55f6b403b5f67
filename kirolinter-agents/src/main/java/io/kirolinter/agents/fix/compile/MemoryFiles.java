package io.kirolinter.agents.fix.compile;

import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The compiler's view of a state: the snapshot as a source path, with some files replaced; the JDK
 * and what it was given as libraries; nothing is written. For one thread.
 */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {

  private final SourceIndex index;
  private final CompileGroup group;
  private final Map<SourcePath, String> replaced;
  private final Map<String, List<JavaFileObject>> packages = new HashMap<>();

  /**
   * Makes a view.
   *
   * @param libraries gives the classes of the JDK, and of the class path
   * @param group decides between files of one name
   * @param replaced texts that stand for those of the snapshot
   */
  MemoryFiles(
      JavaFileManager libraries,
      SourceIndex index,
      CompileGroup group,
      Map<SourcePath, String> replaced) {
    super(libraries);
    this.index = index;
    this.group = group;
    this.replaced = replaced;
  }

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.SOURCE_PATH || isLibrary(location);
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (isLibrary(location)) {
      return super.list(location, packageName, kinds, recurse);
    }
    boolean sources =
        location == StandardLocation.SOURCE_PATH && kinds.contains(JavaFileObject.Kind.SOURCE);
    return sources ? packages.computeIfAbsent(packageName, this::sourcesOf) : List.of();
  }

  @Override
  public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof CompiledSource source
        ? source.typeName()
        : super.inferBinaryName(location, file);
  }

  @Override
  public @Nullable JavaFileObject getJavaFileForInput(
      Location location, String className, JavaFileObject.Kind kind) throws IOException {
    return isLibrary(location) ? super.getJavaFileForInput(location, className, kind) : null;
  }

  @Override
  public boolean isSameFile(FileObject one, FileObject other) {
    return one.toUri().equals(other.toUri());
  }

  private List<JavaFileObject> sourcesOf(String packageName) {
    return group.chosen(index.filesOf(packageName)).stream()
        .map(file -> source(file, packageName))
        .toList();
  }

  private JavaFileObject source(SnapshotFile file, String packageName) {
    String text = replaced.get(file.path());
    return new CompiledSource(
        file.path(), packageName, () -> text == null ? index.outlineOf(file) : text);
  }

  private static boolean isLibrary(Location location) {
    return location == StandardLocation.SYSTEM_MODULES
        || location == StandardLocation.CLASS_PATH
        || location == StandardLocation.PLATFORM_CLASS_PATH
        || (!(location instanceof StandardLocation) && location.getName().startsWith("SYSTEM_MOD"));
  }
}
