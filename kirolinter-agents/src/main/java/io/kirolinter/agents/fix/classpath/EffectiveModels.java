package io.kirolinter.agents.fix.classpath;

import java.io.File;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.model.Model;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuilder;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelCache;
import org.apache.maven.model.building.ModelProblemCollector;
import org.apache.maven.model.interpolation.ModelInterpolator;
import org.apache.maven.model.io.ModelReader;
import org.apache.maven.model.validation.ModelValidator;
import org.jspecify.annotations.Nullable;

/** Poms with all that they inherit, import and refer to. For one thread. */
final class EffectiveModels {

  private final ModelCache cache = new Cache();
  private final Poms poms;
  private final ModelBuilder builder;

  /** Makes models of what a reader leaves of poms. */
  EffectiveModels(Poms poms, ModelReader reader) {
    this.poms = poms;
    this.builder = new Factory(reader).newInstance();
  }

  /**
   * {@return the model that a pom comes to; what is missing in it is left out}
   *
   * @throws ModelBuildingException if it makes no sense
   */
  Model of(PomSource pom) throws ModelBuildingException {
    DefaultModelBuildingRequest request = new DefaultModelBuildingRequest();
    request.setModelSource(pom);
    request.setModelResolver(poms);
    request.setModelCache(cache);
    request.setProcessPlugins(false);
    request.setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL);
    return builder.build(request).getEffectiveModel();
  }

  /** Maven's own way to a model, but for the parts that trust poms. */
  private static final class Factory extends DefaultModelBuilderFactory {

    private final ModelReader reader;

    Factory(ModelReader reader) {
      this.reader = reader;
    }

    @Override
    protected ModelReader newModelReader() {
      return reader;
    }

    @Override
    protected ModelInterpolator newModelInterpolator() {
      return Factory::filled;
    }

    @Override
    protected ModelValidator newModelValidator() {
      return new Tolerance();
    }

    private static Model filled(
        Model model,
        @Nullable File folder,
        ModelBuildingRequest request,
        ModelProblemCollector problems) {
      PomText.fill(model);
      return model;
    }
  }

  /** A pom that Maven would refuse may still tell what is needed. */
  private static final class Tolerance implements ModelValidator {

    @Override
    public void validateRawModel(
        Model model, ModelBuildingRequest request, ModelProblemCollector problems) {
      // accepted
    }

    @Override
    public void validateEffectiveModel(
        Model model, ModelBuildingRequest request, ModelProblemCollector problems) {
      // accepted
    }
  }

  private static final class Cache implements ModelCache {

    private record Key(String group, String artifact, String version, String tag) {}

    private final Map<Key, Object> data = new HashMap<>();

    @Override
    public void put(String group, String artifact, String version, String tag, Object value) {
      data.put(new Key(group, artifact, version, tag), value);
    }

    @Override
    public @Nullable Object get(String group, String artifact, String version, String tag) {
      return data.get(new Key(group, artifact, version, tag));
    }
  }
}
