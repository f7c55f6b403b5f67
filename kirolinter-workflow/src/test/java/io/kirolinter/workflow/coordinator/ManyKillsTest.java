package io.kirolinter.workflow.coordinator;

import java.nio.file.Path;

class ManyKillsTest extends ManyKillsContract {

  @Override
  String store(Path home) {
    return home.resolve("data").toString();
  }
}
