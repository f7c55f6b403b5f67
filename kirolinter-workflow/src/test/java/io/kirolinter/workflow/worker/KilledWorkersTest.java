package io.kirolinter.workflow.worker;

import java.nio.file.Path;

class KilledWorkersTest extends KilledWorkersContract {

  @Override
  String store(Path home) {
    return home.resolve("data").toString();
  }
}
