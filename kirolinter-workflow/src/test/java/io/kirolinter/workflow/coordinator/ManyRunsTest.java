package io.kirolinter.workflow.coordinator;

import java.nio.file.Path;

class ManyRunsTest extends ManyRunsContract {

  @Override
  String store(Path home) {
    return home.resolve("data").toString();
  }
}
