package io.kirolinter.workflow.template;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.template.Place;
import io.kirolinter.core.template.StepDefinition;
import io.kirolinter.core.template.TemplateDefinition;

/** Says what is wrong with a template, and where, if it comes from a file. */
interface Complaint {

  /** {@return the error about the template as a whole} */
  InvalidRequestException whole(String found, String expected, String remedy);

  /** {@return the error about a step} */
  InvalidRequestException step(int index, String found, String expected, String remedy);

  /** {@return the error about a condition of a step} */
  InvalidRequestException when(
      int index, int condition, String found, String expected, String remedy);

  /** {@return the error about an option of a step} */
  InvalidRequestException option(
      int index, String option, String found, String expected, String remedy);

  /** {@return complaints that name the template} */
  static Complaint about(String template) {
    return new Named(template);
  }

  /** {@return complaints that name line and column} */
  static Complaint about(TemplateDefinition definition) {
    return new Placed(definition);
  }

  /** Knows nothing but the name of the template. */
  record Named(String template) implements Complaint {

    @Override
    public InvalidRequestException whole(String found, String expected, String remedy) {
      return new InvalidRequestException(
          ErrorMessage.cannot("use", "template", template)
              .found(found)
              .expected(expected)
              .remedy(remedy));
    }

    @Override
    public InvalidRequestException step(int index, String found, String expected, String remedy) {
      return whole(found, expected, remedy);
    }

    @Override
    public InvalidRequestException when(
        int index, int condition, String found, String expected, String remedy) {
      return whole(found, expected, remedy);
    }

    @Override
    public InvalidRequestException option(
        int index, String option, String found, String expected, String remedy) {
      return whole(found, expected, remedy);
    }
  }

  /** Knows where everything stands. */
  record Placed(TemplateDefinition definition) implements Complaint {

    @Override
    public InvalidRequestException whole(String found, String expected, String remedy) {
      return at(definition.place(), found, expected, remedy);
    }

    @Override
    public InvalidRequestException step(int index, String found, String expected, String remedy) {
      return at(defined(index).place(), found, expected, remedy);
    }

    @Override
    public InvalidRequestException when(
        int index, int condition, String found, String expected, String remedy) {
      return at(defined(index).when().get(condition).place(), found, expected, remedy);
    }

    @Override
    public InvalidRequestException option(
        int index, String option, String found, String expected, String remedy) {
      Place place =
          defined(index).options().stream()
              .filter(one -> one.name().equals(option))
              .findFirst()
              .map(StepDefinition.Option::place)
              .orElse(defined(index).place());
      return at(place, found, expected, remedy);
    }

    private StepDefinition defined(int index) {
      return definition.steps().get(index);
    }

    private InvalidRequestException at(Place place, String found, String expected, String remedy) {
      return place.wrong("template '" + definition.name() + "': " + found, expected, remedy);
    }
  }
}
