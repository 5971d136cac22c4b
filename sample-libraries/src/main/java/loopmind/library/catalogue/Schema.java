package loopmind.library.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteDataSource;

/** Brings the tables of a catalogue to what this version expects. */
final class Schema {

  /** The number of the newest migration in the resources. */
  static final int NEWEST = 3;

  private Schema() {}

  /**
   * Migrates where there is something to migrate. Flyway takes longer to find that there is nothing
   * than everything else at a start, so its own history is asked first.
   *
   * @param lockFile held by the process that migrates
   * @throws CatalogueUnusable where a newer version made the catalogue, or a migration fails
   */
  static void bringUp(SQLiteDataSource source, Connection connection, Path lockFile)
      throws SQLException, IOException {
    int version = version(connection);
    if (version > NEWEST) {
      throw new CatalogueUnusable(
          "The catalogue was made by a newer LoopMind (its tables are of version %d, this one knows %d)."
              .formatted(version, NEWEST));
    }
    if (version < NEWEST) {
      migrate(source, connection, lockFile);
    }
  }

  /** One at a time: two processes that start together must not both make the tables. */
  private static synchronized void migrate(
      SQLiteDataSource source, Connection connection, Path lockFile)
      throws SQLException, IOException {
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      requireNonNull(lock);
      int version = version(connection); // another process may have been here meanwhile
      if (version > 0 && version < NEWEST) {
        Backups.write(
            connection, lockFile.resolveSibling("before-version-%d.backup".formatted(version)));
      }
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:loopmind/library/catalogue")
          .loggers("slf4j")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new CatalogueUnusable(
          "The catalogue's tables could not be made or changed: %s.".formatted(e.getMessage()), e);
    }
  }

  /** 0 where there are no tables. */
  static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet table =
          statement.executeQuery(
              "SELECT 1 FROM sqlite_schema WHERE name = 'flyway_schema_history'")) {
        if (!table.next()) {
          return 0;
        }
      }
      try (ResultSet newest =
          statement.executeQuery(
              "SELECT coalesce(max(CAST(version AS INTEGER)), 0), min(success)"
                  + " FROM flyway_schema_history")) {
        newest.next();
        return newest.getInt(2) == 0 ? 0 : newest.getInt(1);
      }
    }
  }
}
