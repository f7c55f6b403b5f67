package io.kirolinter.agents.fix.classpath;

import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.jspecify.annotations.Nullable;

/** Reads poms with what they tell the compiler, and nothing else of their builds. */
final class CompilerModels extends SlimModels {

  /** {@return the plugin that compiles, as a build has it; first as it uses it, then as managed} */
  static List<Plugin> compilersOf(@Nullable Build build) {
    if (build == null) {
      return List.of();
    }
    List<Plugin> used = compilersIn(build.getPlugins());
    return used.isEmpty() ? managedBy(build) : used;
  }

  @Override
  @Nullable Build kept(@Nullable Build build) {
    if (build == null) {
      return null;
    }
    Build rest = new Build();
    rest.setPlugins(compilersIn(build.getPlugins()));
    PluginManagement managed = new PluginManagement();
    managed.setPlugins(managedBy(build));
    rest.setPluginManagement(managed);
    return rest;
  }

  private static List<Plugin> managedBy(Build build) {
    PluginManagement managed = build.getPluginManagement();
    return managed == null ? List.of() : compilersIn(managed.getPlugins());
  }

  private static List<Plugin> compilersIn(List<Plugin> plugins) {
    return plugins.stream()
        .filter(plugin -> "maven-compiler-plugin".equals(plugin.getArtifactId()))
        .toList();
  }
}
