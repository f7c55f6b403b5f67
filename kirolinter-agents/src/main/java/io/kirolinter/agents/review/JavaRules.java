package io.kirolinter.agents.review;

import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.correctness.AssignmentInCondition;
import io.kirolinter.agents.rule.correctness.BigDecimalFromDouble;
import io.kirolinter.agents.rule.correctness.DroppedException;
import io.kirolinter.agents.rule.correctness.EmptyCatchBlock;
import io.kirolinter.agents.rule.correctness.EqualsWithoutHashCode;
import io.kirolinter.agents.rule.correctness.IdenticalBranches;
import io.kirolinter.agents.rule.correctness.IdenticalOperands;
import io.kirolinter.agents.rule.correctness.NanComparison;
import io.kirolinter.agents.rule.correctness.OctalLiteral;
import io.kirolinter.agents.rule.correctness.ReturnInFinally;
import io.kirolinter.agents.rule.correctness.SelfAssignment;
import io.kirolinter.agents.rule.correctness.SelfComparison;
import io.kirolinter.agents.rule.correctness.StringBuilderFromChar;
import io.kirolinter.agents.rule.correctness.StringReferenceComparison;
import io.kirolinter.agents.rule.correctness.UnconditionalRecursion;
import io.kirolinter.agents.rule.security.CommandInjection;
import io.kirolinter.agents.rule.security.HardCodedCredential;
import io.kirolinter.agents.rule.security.InsecureRandom;
import io.kirolinter.agents.rule.security.LdapInjection;
import io.kirolinter.agents.rule.security.PredictableSeed;
import io.kirolinter.agents.rule.security.PredictableTempFile;
import io.kirolinter.agents.rule.security.ScriptEvaluation;
import io.kirolinter.agents.rule.security.SqlInjection;
import io.kirolinter.agents.rule.security.TrustAllCertificates;
import io.kirolinter.agents.rule.security.UnsafeDeserialization;
import io.kirolinter.agents.rule.security.WeakCipher;
import io.kirolinter.agents.rule.security.WeakHash;
import io.kirolinter.agents.rule.security.WeakTlsVersion;
import io.kirolinter.agents.rule.security.XpathInjection;
import io.kirolinter.agents.rule.security.XxeOpenParser;
import io.kirolinter.agents.rule.security.ZipSlip;
import io.kirolinter.agents.rule.smell.UnusedImport;
import java.util.Comparator;
import java.util.List;

/** All rules of the java analyzer. A new rule is added here. */
public final class JavaRules {

  /** Raised whenever any rule may give another result for the same file. */
  static final int VERSION = 1;

  private static final List<JavaRule> ALL =
      List.<JavaRule>of(
              // correctness
              new AssignmentInCondition(),
              new BigDecimalFromDouble(),
              new DroppedException(),
              new EmptyCatchBlock(),
              new EqualsWithoutHashCode(),
              new IdenticalBranches(),
              new IdenticalOperands(),
              new NanComparison(),
              new OctalLiteral(),
              new ReturnInFinally(),
              new SelfAssignment(),
              new SelfComparison(),
              new StringBuilderFromChar(),
              new StringReferenceComparison(),
              new UnconditionalRecursion(),
              // security
              new CommandInjection(),
              new HardCodedCredential(),
              new InsecureRandom(),
              new LdapInjection(),
              new PredictableSeed(),
              new PredictableTempFile(),
              new ScriptEvaluation(),
              new SqlInjection(),
              new TrustAllCertificates(),
              new UnsafeDeserialization(),
              new WeakCipher(),
              new WeakHash(),
              new WeakTlsVersion(),
              new XpathInjection(),
              new XxeOpenParser(),
              new ZipSlip(),
              // performance
              // smell
              new UnusedImport())
          .stream()
          .sorted(Comparator.comparing((JavaRule rule) -> rule.about().id()))
          .toList();

  private JavaRules() {}

  /** {@return every rule, ordered by id} */
  public static List<JavaRule> all() {
    return ALL;
  }
}
