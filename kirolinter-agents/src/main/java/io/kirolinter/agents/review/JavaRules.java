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
import io.kirolinter.agents.rule.performance.BoxedConstructor;
import io.kirolinter.agents.rule.performance.MapKeyLookupInLoop;
import io.kirolinter.agents.rule.performance.PresizedToArray;
import io.kirolinter.agents.rule.performance.SingleCharAppend;
import io.kirolinter.agents.rule.performance.SingleCharIndexOf;
import io.kirolinter.agents.rule.performance.StringConcatenationInLoop;
import io.kirolinter.agents.rule.performance.StringConstructor;
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
import io.kirolinter.agents.rule.smell.BooleanLiteralComparison;
import io.kirolinter.agents.rule.smell.BooleanReturn;
import io.kirolinter.agents.rule.smell.CStyleArray;
import io.kirolinter.agents.rule.smell.EmptyStatement;
import io.kirolinter.agents.rule.smell.ExplicitTypeArgument;
import io.kirolinter.agents.rule.smell.HighComplexity;
import io.kirolinter.agents.rule.smell.LowerCaseLongSuffix;
import io.kirolinter.agents.rule.smell.MissingOverride;
import io.kirolinter.agents.rule.smell.ModifierOrder;
import io.kirolinter.agents.rule.smell.RedundantModifier;
import io.kirolinter.agents.rule.smell.SizeComparedToZero;
import io.kirolinter.agents.rule.smell.UnnecessaryReturn;
import io.kirolinter.agents.rule.smell.UnusedImport;
import io.kirolinter.agents.rule.smell.UnusedLocalVariable;
import io.kirolinter.agents.rule.smell.UnusedPrivateField;
import io.kirolinter.agents.rule.smell.UnusedPrivateMethod;
import java.util.Comparator;
import java.util.List;

/** All rules of the java analyzer. A new rule is added here. */
public final class JavaRules {

  /** Raised whenever any rule may give another result for the same file. */
  static final int VERSION = 2;

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
              new BoxedConstructor(),
              new MapKeyLookupInLoop(),
              new PresizedToArray(),
              new SingleCharAppend(),
              new SingleCharIndexOf(),
              new StringConcatenationInLoop(),
              new StringConstructor(),
              // smell
              new BooleanLiteralComparison(),
              new BooleanReturn(),
              new CStyleArray(),
              new EmptyStatement(),
              new ExplicitTypeArgument(),
              new HighComplexity(),
              new LowerCaseLongSuffix(),
              new MissingOverride(),
              new ModifierOrder(),
              new RedundantModifier(),
              new SizeComparedToZero(),
              new UnnecessaryReturn(),
              new UnusedImport(),
              new UnusedLocalVariable(),
              new UnusedPrivateField(),
              new UnusedPrivateMethod())
          .stream()
          .sorted(Comparator.comparing((JavaRule rule) -> rule.about().id()))
          .toList();

  private JavaRules() {}

  /** {@return every rule, ordered by id} */
  public static List<JavaRule> all() {
    return ALL;
  }
}
