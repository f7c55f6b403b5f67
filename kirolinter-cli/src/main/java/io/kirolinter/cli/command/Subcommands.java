package io.kirolinter.cli.command;

import com.google.common.collect.ImmutableMap;
import io.kirolinter.cli.command.agent.AgentCommand;
import io.kirolinter.cli.command.agent.LearnCommand;
import io.kirolinter.cli.command.agent.PredictCommand;
import io.kirolinter.cli.command.analytics.AbTestCommand;
import io.kirolinter.cli.command.analytics.AnalyticsCommand;
import io.kirolinter.cli.command.analytics.DashboardCommand;
import io.kirolinter.cli.command.analytics.EvolveCommand;
import io.kirolinter.cli.command.analytics.ExperimentsCommand;
import io.kirolinter.cli.command.config.ConfigCommand;
import io.kirolinter.cli.command.daemon.DaemonCommand;
import io.kirolinter.cli.command.daemon.WorkerCommand;
import io.kirolinter.cli.command.fix.FixCommand;
import io.kirolinter.cli.command.job.JobsCommand;
import io.kirolinter.cli.command.run.CancelCommand;
import io.kirolinter.cli.command.run.ExportCommand;
import io.kirolinter.cli.command.run.ForkCommand;
import io.kirolinter.cli.command.run.ImportCommand;
import io.kirolinter.cli.command.run.PruneCommand;
import io.kirolinter.cli.command.run.ResumeCommand;
import io.kirolinter.cli.command.run.RetryCommand;
import io.kirolinter.cli.command.run.RunsCommand;
import io.kirolinter.cli.command.run.StatusCommand;
import io.kirolinter.cli.command.run.UndoCommand;
import io.kirolinter.cli.command.run.WorkflowCommand;
import io.kirolinter.cli.command.template.TemplatesCommand;
import io.kirolinter.cli.environment.Environment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * The commands by their names. To make the model of one takes milliseconds, and there are dozens:
 * only those are made that a command line names, and all where it names none.
 */
final class Subcommands {

  private static final Map<String, Class<?>> OF_KIROLINTER =
      ImmutableMap.<String, Class<?>>builder()
          .put("agent", AgentCommand.class)
          .put("analyze", AnalyzeCommand.class)
          .put("fix", FixCommand.class)
          .put("rules", RulesCommand.class)
          .put("worker", WorkerCommand.class)
          .put("dashboard", DashboardCommand.class)
          .put("daemon", DaemonCommand.class)
          .put("config", ConfigCommand.class)
          .put("doctor", DoctorCommand.class)
          .put("completion", CompletionCommand.class)
          .build();

  private static final Map<String, Class<?>> OF_AGENT =
      ImmutableMap.<String, Class<?>>builder()
          .put("workflow", WorkflowCommand.class)
          .put("runs", RunsCommand.class)
          .put("status", StatusCommand.class)
          .put("resume", ResumeCommand.class)
          .put("retry", RetryCommand.class)
          .put("fork", ForkCommand.class)
          .put("cancel", CancelCommand.class)
          .put("undo", UndoCommand.class)
          .put("prune", PruneCommand.class)
          .put("export", ExportCommand.class)
          .put("import", ImportCommand.class)
          .put("templates", TemplatesCommand.class)
          .put("jobs", JobsCommand.class)
          .put("predict", PredictCommand.class)
          .put("learn", LearnCommand.class)
          .put("analytics", AnalyticsCommand.class)
          .put("ab-test", AbTestCommand.class)
          .put("experiments", ExperimentsCommand.class)
          .put("evolve", EvolveCommand.class)
          .build();

  private final IFactory factory;

  Subcommands(Environment environment) {
    factory = new CommandFactory(environment);
  }

  /** {@return the command line that understands these arguments} */
  CommandLine commandLine(List<String> args) {
    boolean all = args.contains("completion"); // which has to know them
    CommandLine root = new CommandLine(KiroLinterCommand.class, factory);
    add(root, OF_KIROLINTER, all ? null : argument(args, 0));
    CommandLine agent = root.getSubcommands().get("agent");
    if (agent != null) {
      add(agent, OF_AGENT, all ? null : argument(args, 1));
    }
    return root;
  }

  private static @Nullable String argument(List<String> args, int index) {
    return index < args.size() ? args.get(index) : null;
  }

  private void add(CommandLine parent, Map<String, Class<?>> commands, @Nullable String named) {
    Class<?> only = named == null ? null : commands.get(named);
    if (named != null && only != null) {
      parent.addSubcommand(named, new CommandLine(only, factory));
    } else {
      commands.forEach((name, type) -> parent.addSubcommand(name, new CommandLine(type, factory)));
    }
  }
}
