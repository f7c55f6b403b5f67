package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class SqlInjectionTest {

  private final RuleHarness rule = RuleHarness.of(new SqlInjection());

  @Test
  void reportsQueriesThatArePutTogether() {
    rule.reportsWithoutFix(
        """
        class Sample {
          void run(java.sql.Connection db, java.sql.Statement statement, String who) throws Exception {
            statement.executeQuery("select * from t where name = '" + who + "'"); // finding: parameters
            statement.execute(String.format("DELETE FROM t WHERE id = %s", who)); // finding:
            statement.executeUpdate("update t set a = %s".formatted(who)); // finding:
            statement.addBatch("insert into t values (".concat(who)); // finding:
            db.prepareStatement("select a from " + table(who)); // finding:
          }
        }
        """);
  }

  @Test
  void followsALocalVariable() {
    rule.reports(
        """
        class Sample {
          void run(javax.persistence.EntityManager db, String who) {
            String query = "from User u where u.name = '" + who + "'";
            db.createQuery(query); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsConstantsAndNumbers() {
    rule.isSilentOn(
        """
        class Sample {
          static final String TABLE = "users";

          void run(java.sql.Connection db, int id, Long other) throws Exception {
            String column = "name";
            db.prepareStatement("select " + column + " from " + TABLE + " where id = ?");
            db.prepareStatement("select a from t where id = " + id + " or id = " + other);
            db.prepareStatement("select a from " + Names.USERS + " limit " + 5 + " offset " + id * 10);
            db.prepareStatement(String.format("select a from t where id = %d", id));
            db.prepareStatement("select a" + ' ' + "from t");
          }
        }
        """);
  }

  @Test
  void acceptsAChoiceBetweenConstants() {
    rule.isSilentOn(
        """
        class Sample {
          void run(java.sql.Connection db, boolean all) throws Exception {
            String rest = all ? "" : " where open = 1";
            db.prepareStatement("select a from t" + rest);
          }
        }
        """);
  }

  @Test
  void reportsAChoiceThatIncludesAValue() {
    rule.reports(
        """
        class Sample {
          void run(java.sql.Connection db, boolean all, String who) throws Exception {
            String rest = all ? "" : who;
            db.prepareStatement("select a from t" + rest); // finding: SQL is put together
          }
        }
        """);
  }

  @Test
  void acceptsWhatIsNoQuery() {
    rule.isSilentOn(
        """
        class Sample {
          void run(java.util.concurrent.Executor pool, Runnable task, String who) {
            pool.execute(task);
            pool.execute();
            execute("updated " + who);
            find("select * from t where name = " + who);
            execute(who);
            execute(build(who));
          }
        }
        """);
  }

  @Test
  void reportsAValueThatChangesLater() {
    rule.reports(
        """
        class Sample {
          void run(java.sql.Statement statement, String who) throws Exception {
            String name = "a";
            name = who;
            String more = "b";
            more += who;
            statement.execute("delete from t where name = " + name); // finding:
            statement.execute("delete from t where name = " + more); // finding:
          }
        }
        """);
  }

  @Test
  void survivesAMissingPart() {
    rule.survives(
        """
        class Sample { void run() { execute("select a from t where " + ); execute(String.format(); } }
        """);
  }
}
