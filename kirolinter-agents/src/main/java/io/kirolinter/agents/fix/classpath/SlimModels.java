package io.kirolinter.agents.fix.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Activation;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.DefaultModelReader;
import org.jspecify.annotations.Nullable;

/** Reads poms without what no class path depends on: it is most of them, and all that is risky. */
class SlimModels extends DefaultModelReader {

  @Override
  public Model read(InputStream in, Map<String, ?> options) throws IOException {
    Model model = super.read(in, options);
    model.setBuild(kept(model.getBuild()));
    model.setReporting(null);
    model.setDistributionManagement(null);
    model.setRepositories(List.of());
    model.setPluginRepositories(List.of());
    model.setProfiles(model.getProfiles().stream().filter(SlimModels::isStandard).toList());
    model.getProfiles().forEach(SlimModels::slim);
    return model;
  }

  /** {@return what is of use in the build of a pom; null for nothing} */
  @Nullable Build kept(@Nullable Build build) {
    return null;
  }

  /** Others depend on the machine, or on what somebody types. */
  private static boolean isStandard(Profile profile) {
    Activation activation = profile.getActivation();
    return activation != null && activation.isActiveByDefault();
  }

  private static void slim(Profile profile) {
    profile.setBuild(null);
    profile.setReporting(null);
    profile.setDistributionManagement(null);
    profile.setRepositories(List.of());
    profile.setPluginRepositories(List.of());
    Activation always = new Activation();
    always.setActiveByDefault(true);
    profile.setActivation(always);
  }
}
