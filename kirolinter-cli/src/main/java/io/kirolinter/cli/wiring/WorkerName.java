package io.kirolinter.cli.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/** Names a worker, so that people find its machine and process. */
public final class WorkerName {

  private WorkerName() {}

  /** {@return host, process and random digits: no other worker has the same} */
  public static String in(Environment environment) {
    return "%s-%d-%06x"
        .formatted(
            host(environment),
            ProcessHandle.current().pid(),
            environment.random().nextInt(1 << 24));
  }

  private static String host(Environment environment) {
    return Stream.of("HOSTNAME", "COMPUTERNAME")
        .map(variable -> environment.variables().getOrDefault(variable, ""))
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElseGet(WorkerName::ownHost);
  }

  private static String ownHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
