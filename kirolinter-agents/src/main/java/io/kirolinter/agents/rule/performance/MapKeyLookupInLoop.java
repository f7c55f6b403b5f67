package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A loop over the keys of a map that this file declares, which looks up the value of each key. */
public final class MapKeyLookupInLoop implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("map-key-lookup-in-loop"),
          "Map look-up in a loop over its keys",
          "A loop over the entries has the value at hand; this one searches it in every round.",
          Category.PERFORMANCE,
          Severity.LOW,
          FixLevel.NONE,
          List.of("sonar:S2864", "spotbugs:WMI_WRONG_MAP_ITERATOR"));

  private static final Set<String> MAPS =
      Set.of(
          "Map",
          "HashMap",
          "LinkedHashMap",
          "TreeMap",
          "SortedMap",
          "NavigableMap",
          "ConcurrentMap",
          "ConcurrentHashMap",
          "ConcurrentSkipListMap",
          "EnumMap",
          "WeakHashMap",
          "IdentityHashMap",
          "Hashtable",
          "ImmutableMap");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.ENHANCED_FOR_LOOP);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    EnhancedForLoopTree loop = (EnhancedForLoopTree) tree;
    mapOf(loop.getExpression(), context)
        .filter(map -> looksUp(map, loop, context.scopes()))
        .ifPresent(
            map ->
                context.report(
                    loop.getExpression(),
                    "loop over '%s.entrySet()', as the value of each key is looked up"
                        .formatted(map.getName())));
  }

  private static Optional<VariableTree> mapOf(ExpressionTree keys, RuleContext context) {
    if (!(keys instanceof MethodInvocationTree call) || !Calls.nameOf(call).equals("keySet")) {
      return Optional.empty();
    }
    return Calls.receiverOf(call)
        .flatMap(context.scopes()::declarationOf)
        .filter(map -> Scopes.simpleName(map.getType()).filter(MAPS::contains).isPresent());
  }

  private static boolean looksUp(VariableTree map, EnhancedForLoopTree loop, Scopes scopes) {
    Boolean found = new LookUps(map, loop.getVariable(), scopes).scan(loop.getStatement(), null);
    return Boolean.TRUE.equals(found);
  }

  private static final class LookUps extends TreeScanner<@Nullable Boolean, @Nullable Void> {

    private final VariableTree map;
    private final VariableTree key;
    private final Scopes scopes;

    LookUps(VariableTree map, VariableTree key, Scopes scopes) {
      this.map = map;
      this.key = key;
      this.scopes = scopes;
    }

    @Override
    public @Nullable Boolean visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
      boolean found =
          Calls.nameOf(call).equals("get")
              && call.getArguments().size() == 1
              && call.getArguments().get(0) instanceof IdentifierTree argument
              && means(argument, key)
              && Calls.receiverOf(call).filter(receiver -> means(receiver, map)).isPresent();
      return found ? Boolean.TRUE : super.visitMethodInvocation(call, none);
    }

    @Override
    public @Nullable Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
      return Boolean.TRUE.equals(one) ? one : other;
    }

    private boolean means(Tree use, VariableTree variable) {
      return scopes.declarationOf(use).filter(variable::equals).isPresent();
    }
  }
}
