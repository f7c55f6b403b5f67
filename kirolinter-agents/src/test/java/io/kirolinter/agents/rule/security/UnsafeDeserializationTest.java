package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class UnsafeDeserializationTest {

  private final RuleHarness rule = RuleHarness.of(new UnsafeDeserialization());

  @Test
  void reportsObjectsOfAnyClass() {
    rule.reportsWithoutFix(
        """
        import java.io.*;

        class Sample {
          Object run(InputStream bytes) throws Exception {
            try (ObjectInputStream in = new ObjectInputStream(bytes)) {
              return in.readObject(); // finding: objects of any class
            }
          }

          Object again(InputStream bytes) throws Exception {
            return new ObjectInputStream(bytes).readUnshared(); // finding:
          }
        }
        """);
  }

  @Test
  void reportsAFieldThatIsAStream() {
    rule.reports(
        """
        import java.io.*;

        class Sample {
          ObjectInputStream in;

          Object run() throws Exception {
            return in.readObject(); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsSerializationItself() {
    rule.isSilentOn(
        """
        import java.io.*;

        class Sample {
          ObjectInputStream kept;

          private void readObject(ObjectInputStream in) throws Exception {
            in.defaultReadObject();
            in.readObject();
            kept.readObject();
          }

          void fill(ObjectInputStream given) throws Exception {
            given.readObject();
          }
        }
        """);
  }

  @Test
  void acceptsSubclassesWhichMostlyCheck() {
    rule.isSilentOn(
        """
        import java.io.*;

        class Sample {
          Object run(InputStream bytes) throws Exception {
            ObjectInputStream in = new CheckedStream(bytes);
            ObjectInputStream other = new ObjectInputStream(bytes) {};
            new CheckedStream(bytes).readObject();
            new ObjectInputStream(bytes).readInt();
            readObject();
            in.readObject(1);
            other.readObject();
            return in.readObject();
          }
        }
        """);
  }

  @Test
  void acceptsAFileThatSetsAFilter() {
    rule.isSilentOn(
        """
        import java.io.*;

        class Sample {
          Object run(InputStream bytes, ObjectInputFilter filter) throws Exception {
            ObjectInputStream in = new ObjectInputStream(bytes);
            in.setObjectInputFilter(filter);
            return in.readObject();
          }
        }
        """);
  }

  @Test
  void survivesAMissingReceiver() {
    rule.survives(
        """
        class Sample { Object run() { return .readObject(); } Object two() { return new ObjectInputStream(.readObject(); } }
        """);
  }
}
