package io.kirolinter.core.plugin;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URL;
import java.util.Enumeration;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What plugins see of this process: the JDK, this module, and the annotations in its signatures.
 * All else that they need, they bring along, in whatever version: our own libraries are hidden.
 *
 * <p>This keeps versions apart. It is no fence against a plugin that wants to get around it.
 */
final class CoreClasses extends ClassLoader {

  static {
    ClassLoader.registerAsParallelCapable();
  }

  /** Of these, records that are written as JSON may need the annotations of Jackson. */
  private static final Set<String> SHARED =
      Set.of(
          "io.kirolinter.core.", "com.fasterxml.jackson.annotation.", "org.jspecify.annotations.");

  private final ClassLoader ours = CoreClasses.class.getClassLoader();
  private final Set<String> packagesOfJdk;

  CoreClasses() {
    super("kirolinter-core for plugins", ClassLoader.getPlatformClassLoader());
    packagesOfJdk = packagesOfJdk();
  }

  /** Some modules, such as that of the compiler, are not below the platform's class loader. */
  private static Set<String> packagesOfJdk() {
    return ModuleFinder.ofSystem().findAll().stream()
        .map(ModuleReference::descriptor)
        .filter(module -> module.name().startsWith("j"))
        .map(ModuleDescriptor::packages)
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (SHARED.stream().anyMatch(name::startsWith)) {
      return ours.loadClass(name);
    }
    if (packagesOfJdk.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
      return ClassLoader.getSystemClassLoader().loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }

  /** Else the providers that are on our own class path would be found in every plugin. */
  @Override
  public @Nullable URL getResource(String name) {
    return ClassLoader.getPlatformClassLoader().getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return ClassLoader.getPlatformClassLoader().getResources(name);
  }
}
