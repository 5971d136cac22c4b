package loopmind.ui.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.song.EditRefused;
import loopmind.assistant.calls.ToolCall;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The jobs in one SQLite file. What a call stored survives the end of the process at any moment
 * (write-ahead log, synchronous = FULL). Threads take turns.
 */
final class JobTable implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of the tables; a file with a higher one was made by a newer LoopMind. */
  private static final int VERSION = 1;

  private static final int PATIENCE_MILLIS = 10_000;

  private static final String MADE =
      "CREATE TABLE IF NOT EXISTS job (number INTEGER PRIMARY KEY AUTOINCREMENT,"
          + " created INTEGER NOT NULL, prompt TEXT NOT NULL, reference TEXT, calls TEXT NOT NULL,"
          + " stems INTEGER NOT NULL, status TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,"
          + " song TEXT NOT NULL DEFAULT '', error TEXT NOT NULL DEFAULT '', results TEXT)";

  private final Connection connection;

  private JobTable(Connection connection) {
    this.connection = connection;
  }

  /**
   * @throws EditRefused where the file cannot be used
   */
  static JobTable open(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(PATIENCE_MILLIS);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Connection connection = source.getConnection();
      try (Statement sql = connection.createStatement()) {
        int version = sql.executeQuery("PRAGMA user_version").getInt(1);
        if (version > VERSION) {
          throw new EditRefused("The jobs in %s were kept by a newer LoopMind.", file);
        }
        sql.executeUpdate(MADE);
        sql.executeUpdate("PRAGMA user_version = " + VERSION);
      }
      return new JobTable(connection);
    } catch (IOException | SQLException failed) {
      throw new EditRefused(
          "The jobs in %s cannot be read (%s). Move the file away to begin with none.",
          file, failed.getMessage());
    }
  }

  synchronized long add(JobWish wish, Instant created) {
    return run(
        "INSERT INTO job (created, prompt, reference, calls, stems, status) VALUES (?,?,?,?,?,?)",
        sql -> {
          sql.setLong(1, created.toEpochMilli());
          sql.setString(2, wish.prompt());
          sql.setString(3, wish.reference().map(Path::toString).orElse(null));
          sql.setString(4, wish.callsText());
          sql.setBoolean(5, wish.stems());
          sql.setString(6, JobStatus.QUEUED.word());
          sql.executeUpdate();
          try (ResultSet key = sql.getGeneratedKeys()) {
            return key.getLong(1);
          }
        });
  }

  synchronized Optional<Job> find(long number) {
    return list("WHERE number = " + number).stream().findFirst();
  }

  /** The latest first. */
  synchronized List<Job> latest(int most) {
    return list("ORDER BY number DESC LIMIT " + most);
  }

  /** The oldest that waits. */
  synchronized Optional<Job> next() {
    return list("WHERE status = 'queued' ORDER BY number LIMIT 1").stream().findFirst();
  }

  synchronized int waiting() {
    return run("SELECT count(*) FROM job WHERE status = 'queued'", sql -> number(sql));
  }

  private static int number(PreparedStatement sql) throws SQLException {
    try (ResultSet rows = sql.executeQuery()) {
      return rows.getInt(1);
    }
  }

  /** Jobs that were being done when the process ended wait again. */
  synchronized void requeue() {
    update("UPDATE job SET status = 'queued' WHERE status = 'processing'");
  }

  synchronized void begin(long number, String song) {
    update(
        "UPDATE job SET status = 'processing', attempts = attempts + 1, song = ? WHERE number = ?",
        song,
        number);
  }

  synchronized void fail(long number, String why) {
    update("UPDATE job SET status = 'failed', error = ? WHERE number = ?", why, number);
  }

  synchronized void complete(long number, Job.Results results) {
    ObjectNode told = JSON.createObjectNode();
    results.stems().forEach(told.putArray("stems")::add);
    told.put("qa", results.qa());
    update(
        "UPDATE job SET status = 'completed', results = ? WHERE number = ?",
        told.toString(),
        number);
  }

  synchronized void delete(long number) {
    update("DELETE FROM job WHERE number = ?", number);
  }

  /** Whether any job is still there that was asked for with this reference. */
  synchronized boolean refersTo(Path reference) {
    return run(
        "SELECT count(*) FROM job WHERE reference = ?",
        sql -> {
          sql.setString(1, reference.toString());
          return number(sql) > 0;
        });
  }

  private void update(String statement, Object... values) {
    int unused =
        run(
            statement,
            sql -> {
              for (int i = 0; i < values.length; i++) {
                sql.setObject(i + 1, values[i]);
              }
              return sql.executeUpdate();
            });
  }

  private List<Job> list(String where) {
    return run(
        "SELECT * FROM job " + where,
        sql -> {
          List<Job> jobs = new ArrayList<>();
          try (ResultSet row = sql.executeQuery()) {
            while (row.next()) {
              jobs.add(job(row));
            }
          }
          return jobs;
        });
  }

  private static Job job(ResultSet row) throws SQLException {
    JobWish wish =
        new JobWish(
            row.getString("prompt"),
            Optional.ofNullable(row.getString("reference")).map(Path::of),
            calls(row.getString("calls")),
            row.getBoolean("stems"));
    return new Job(
        row.getLong("number"),
        Instant.ofEpochMilli(row.getLong("created")),
        wish,
        JobStatus.named(row.getString("status")),
        row.getInt("attempts"),
        row.getString("song"),
        row.getString("error"),
        Optional.ofNullable(row.getString("results")).map(JobTable::results));
  }

  private static List<ToolCall> calls(String text) {
    List<ToolCall> calls = new ArrayList<>();
    for (JsonNode call : read(text)) {
      calls.add(new ToolCall(call.path("tool").asText(), (ObjectNode) call.path("args")));
    }
    return calls;
  }

  private static Job.Results results(String text) {
    JsonNode told = read(text);
    List<String> stems = new ArrayList<>();
    told.path("stems").forEach(stem -> stems.add(stem.asText()));
    return new Job.Results(stems, told.path("qa").asText());
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("The table of jobs holds no JSON.", broken);
    }
  }

  private interface Work<T> {
    T with(PreparedStatement sql) throws SQLException;
  }

  private <T> T run(String statement, Work<T> work) {
    try (PreparedStatement sql = connection.prepareStatement(statement)) {
      return work.with(sql);
    } catch (SQLException failed) {
      throw new EditRefused("The jobs cannot be kept: %s.", failed.getMessage());
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw new EditRefused("The jobs cannot be kept: %s.", failed.getMessage());
    }
  }
}
