package io.kirolinter.core.store.embedded;

import io.kirolinter.core.error.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;

/**
 * One SQLite file behind one connection, which one thread uses at a time.
 *
 * <p>The connection stays in auto-commit mode and every write is an explicit immediate transaction:
 * the driver's own transactions would either take the write lock too late, and fail, or keep it
 * while idle, and shut all other processes out.
 */
final class Database implements AutoCloseable {

  /** What is done with the database while it is held. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  /** Makes a value of the row that a result stands on. */
  @FunctionalInterface
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private final Path file;
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  /**
   * Fair: a run that writes step after step would otherwise keep the others waiting for seconds.
   */
  private final ReentrantLock lock = new ReentrantLock(true);

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Opens the file, and makes it and its tables where they are missing.
   *
   * @throws StoreException if it cannot be opened, or a newer release wrote it
   */
  static Database open(Path file, Schema schema, Durability durability) {
    try {
      Database database = connect(file, durability);
      try {
        database.upgrade(schema, durability);
        return database;
      } catch (SQLException | RuntimeException e) {
        database.closeAfter(e);
        throw e;
      }
    } catch (SQLException e) {
      throw StoreTrouble.of("open", file, e);
    }
  }

  /**
   * Runs work as one transaction: all of it is kept, or none.
   *
   * @param action the verb for an error message
   */
  <T> T write(String action, Work<T> work) {
    return held(action, () -> transaction("BEGIN IMMEDIATE", work));
  }

  /** Runs work that only reads and sees one state of the data. */
  <T> T read(String action, Work<T> work) {
    return held(action, () -> transaction("BEGIN", work));
  }

  /** Runs work about the whole file, which wants no transaction and no other statement. */
  <T> T alone(String action, Work<T> work) {
    return held(
        action,
        () -> {
          for (PreparedStatement statement : statements.values()) {
            statement.close();
          }
          statements.clear();
          return work.run();
        });
  }

  /** {@return how many rows the statement changed} */
  int update(String sql, @Nullable Object... parameters) throws SQLException {
    return prepared(sql, parameters).executeUpdate();
  }

  /** {@return the rows of the query, in its order} */
  <T> List<T> query(String sql, Row<T> mapping, @Nullable Object... parameters)
      throws SQLException {
    List<T> found = new ArrayList<>();
    try (ResultSet rows = prepared(sql, parameters).executeQuery()) {
      while (rows.next()) {
        found.add(value(rows, mapping));
      }
    }
    return found;
  }

  /** {@return the first row of the query, if it has any} */
  <T> Optional<T> first(String sql, Row<T> mapping, @Nullable Object... parameters)
      throws SQLException {
    try (ResultSet rows = prepared(sql, parameters).executeQuery()) {
      return rows.next() ? Optional.of(value(rows, mapping)) : Optional.empty();
    }
  }

  private <T> T value(ResultSet row, Row<T> mapping) throws SQLException {
    try {
      return mapping.of(row);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw StoreTrouble.unreadable(file, e);
    }
  }

  /** Hands each row of the query to a visitor, without keeping any. */
  <T> int visit(String sql, Row<T> mapping, Consumer<T> visitor, @Nullable Object... parameters)
      throws SQLException {
    int count = 0;
    try (ResultSet rows = prepared(sql, parameters).executeQuery()) {
      while (rows.next()) {
        visitor.accept(mapping.of(rows));
        count++;
      }
    }
    return count;
  }

  /** Runs a statement to its end: some do a piece of their work for each row, and give none. */
  int run(String sql) throws SQLException {
    int rows = 0;
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet pieces = statement.getResultSet()) {
          while (pieces.next()) {
            rows++;
          }
        }
      }
    }
    return rows;
  }

  /** {@return the one number that a statement such as a pragma gives} */
  long number(String sql) throws SQLException {
    return first(sql, row -> row.getLong(1)).orElse(0L);
  }

  @Override
  public void close() {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw StoreTrouble.of("close", file, e);
    } finally {
      lock.unlock();
    }
  }

  /** Runs one statement as it is; for pragmas and transactions. */
  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Database connect(Path file, Durability durability) throws SQLException {
    // As a URI, since in a plain name the driver takes what follows a question mark for options.
    String url = JDBC.PREFIX + file.toUri();
    return new Database(file, JDBC.createConnection(url, durability.options()));
  }

  private void upgrade(Schema schema, Durability durability) throws SQLException {
    int version = version();
    if (version > schema.version()) {
      throw StoreTrouble.newer(file, version, schema.version());
    }
    if (version == 0) {
      execute("PRAGMA auto_vacuum = " + durability.autoVacuum()); // later, only a copy can
    }
    if (version < schema.version()) {
      shareWithOthers(System.nanoTime() + durability.patience().toNanos());
      transaction("BEGIN IMMEDIATE", () -> applyTo(version(), schema));
    }
  }

  /** Another process may have done the upgrade meanwhile: the version is the one seen inside. */
  private int applyTo(int version, Schema schema) throws SQLException {
    if (version < schema.version()) {
      schema.upgrade(this, version);
      execute("PRAGMA user_version = " + schema.version());
    }
    return version;
  }

  /** SQLite does not wait for others when two processes switch to the log at the same moment. */
  private void shareWithOthers(long deadlineNanos) throws SQLException {
    while (true) {
      try {
        execute("PRAGMA journal_mode = WAL");
        return;
      } catch (SQLException e) {
        if (!StoreTrouble.isBusy(e) || System.nanoTime() - deadlineNanos > 0) {
          throw e;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }
    }
  }

  private int version() throws SQLException {
    return (int) number("PRAGMA user_version");
  }

  private <T> T held(String action, Work<T> work) {
    lock.lock();
    try {
      if (connection.isClosed()) {
        throw new IllegalStateException("the stores were closed before, " + file);
      }
      return work.run();
    } catch (SQLException e) {
      forgetStatements(e);
      throw StoreTrouble.of(action, file, e);
    } finally {
      lock.unlock();
    }
  }

  private <T> T transaction(String begin, Work<T> work) throws SQLException {
    update(begin);
    try {
      T result = work.run();
      update("COMMIT");
      return result;
    } catch (SQLException | RuntimeException e) {
      rollbackAfter(e);
      throw e;
    }
  }

  private void rollbackAfter(Exception cause) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(e); // SQLite has rolled back by itself, as it does on a full disk
    }
  }

  /** The driver closes a statement that fails, and says nothing. */
  private void forgetStatements(SQLException cause) {
    for (PreparedStatement statement : statements.values()) {
      try {
        statement.close();
      } catch (SQLException e) {
        cause.addSuppressed(e);
      }
    }
    statements.clear();
  }

  private void closeAfter(Exception cause) {
    try {
      connection.close();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
