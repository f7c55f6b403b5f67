package io.kirolinter.core.step;

/**
 * Options of steps that whoever starts a run can settle too, in {@link
 * io.kirolinter.core.run.RunOptions}: there they count more than in a template.
 */
public final class KnownOptions {

  public static final StepOption ANALYZERS =
      StepOption.texts("analyzers", "Who looks at the code, such as java, pmd or sarif=FILE.");
  public static final StepOption MAX_FIXES =
      StepOption.count("max-fixes", "The most fixes of one run.");
  public static final StepOption MAX_LINES =
      StepOption.count("max-lines", "The most lines that one run changes.");
  public static final StepOption MAX_FILES =
      StepOption.count("max-files", "The most files that one run changes.");

  private KnownOptions() {}
}
