package io.kirolinter.cli.wiring;

import io.kirolinter.agents.fix.classpath.LibraryFolders;
import io.kirolinter.agents.integrate.IntegrateStep;
import io.kirolinter.agents.notify.ConsoleChannel;
import io.kirolinter.agents.notify.FileChannel;
import io.kirolinter.agents.notify.NotifyStep;
import io.kirolinter.agents.standard.StandardAgents;
import io.kirolinter.cli.environment.DataFolder;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.step.Agent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The agents of runs: those that are built in, as a user has set them up, and those of plugins. */
final class UserAgents {

  private UserAgents() {}

  static List<Agent> of(Environment environment, Appendable notices) {
    Settings ofUser = Wiring.userSettings(environment);
    List<Agent> standard =
        StandardAgents.of(
            environment.extensions().analyzers(),
            notify(environment, notices, ofUser),
            new IntegrateStep(ForgeAccess.of(environment, ofUser), ofUser),
            ofUser,
            LibraryFolders.ofUser(environment.userHome()));
    return Stream.concat(standard.stream(), environment.extensions().agents().stream()).toList();
  }

  private static NotifyStep notify(Environment environment, Appendable notices, Settings ofUser) {
    Path folder = DataFolder.of(environment).resolve("notices");
    List<Channel> channels = new ArrayList<>();
    channels.add(ConsoleChannel.to(notices));
    channels.add(FileChannel.into(folder));
    channels.addAll(environment.extensions().channels());
    return new NotifyStep(channels, Reach.of(environment, ofUser))
        .knowing(environment.extensions().vocabulary());
  }
}
