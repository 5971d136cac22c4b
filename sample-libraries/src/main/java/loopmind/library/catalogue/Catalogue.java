package loopmind.library.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * What LoopMind knows of files and of the sound in them, in one SQLite database.
 *
 * <p>Each call is one transaction; once a call that stores has returned, what it stored survives
 * the end of the process at any moment, and of the machine: the log is written ahead and forced to
 * the disk at each commit (synchronous = FULL), which costs milliseconds where listening costs
 * tenths of seconds. Threads of a process take turns behind a lock; processes behind SQLite's own,
 * for which a writer waits {@value #PATIENCE_MILLIS} ms.
 */
public final class Catalogue implements AutoCloseable {

  static final int PATIENCE_MILLIS = 30_000;

  private static final String FILE = "loopmind.db", LOCK = "migration.lock";

  private final Path folder;
  private final Connection connection;
  private final ReentrantLock turn = new ReentrantLock();

  private Catalogue(Path folder, Connection connection) {
    this.folder = folder;
    this.connection = connection;
  }

  /**
   * Opens the catalogue of a folder, and makes it where there is none.
   *
   * @throws CatalogueUnusable where the folder cannot be written to, the database is damaged, or a
   *     newer LoopMind made it
   */
  public static Catalogue open(Path folder) {
    Connection connection = null;
    try {
      Files.createDirectories(folder);
      SQLiteDataSource source = source(folder);
      connection = source.getConnection();
      Schema.bringUp(source, connection, folder.resolve(LOCK));
      return new Catalogue(folder, connection);
    } catch (IOException | SQLException e) {
      closeQuietly(connection);
      throw unusable(folder, e);
    } catch (CatalogueUnusable e) {
      closeQuietly(connection);
      throw e;
    }
  }

  private static SQLiteDataSource source(Path folder) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.enforceForeignKeys(true);
    // a transaction that begins by reading could not wait for its turn to write
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + folder.resolve(FILE).toAbsolutePath());
    return source;
  }

  /** The file itself and everything inside it, as it was when it was last looked into. */
  public List<FileRow> files(Path file) {
    return read(sql -> FileRows.of(sql, file));
  }

  /** Every file at or below any of the folders, with what lies inside archives, by path. */
  public List<FileRow> below(Collection<Path> folders) {
    return read(sql -> FileRows.below(sql, folders));
  }

  /** What is known of a content; empty where it was never listened to. */
  public Optional<KnownSound> sound(String hash) {
    return read(sql -> Sounds.find(sql, hash));
  }

  /**
   * Stores a file and what was heard in it, all of it or nothing.
   *
   * @param file the file or archive
   * @param rows the file itself and everything inside it; takes the place of what was known
   * @param sounds by hash; takes the place of what was known of these
   */
  public void store(Path file, List<FileRow> rows, Map<String, KnownSound> sounds) {
    write(
        sql -> {
          for (Map.Entry<String, KnownSound> sound : sounds.entrySet()) {
            Sounds.store(sql, sound.getKey(), sound.getValue());
          }
          FileRows.replace(sql, file, rows);
          return rows.size();
        });
  }

  /**
   * Stores what was heard in one content, before it is known in which files it lies.
   *
   * @param hash of the content; takes the place of what was known of it
   */
  public void store(String hash, KnownSound sound) {
    write(
        sql -> {
          Sounds.store(sql, hash, sound);
          return 1;
        });
  }

  /**
   * Forgets the files at or below a folder that are gone. What was heard in them stays, in case
   * they were moved.
   *
   * @return how many files were forgotten
   */
  public int forget(Path folder, Predicate<Path> isGone) {
    List<Path> gone =
        below(List.of(folder)).stream().map(FileRow::path).distinct().filter(isGone).toList();
    if (gone.isEmpty()) {
      return 0;
    }
    return write(
        sql -> {
          for (Path file : gone) {
            FileRows.replace(sql, file, List.of());
          }
          return gone.size();
        });
  }

  /**
   * What the user says of loops, by their ids as text; loops of which nothing is said are left out.
   */
  public Map<String, Marks> marks() {
    return read(MarkRows::all);
  }

  /**
   * Keeps what the user says of a loop, in place of what was said before.
   *
   * @param loop its id as text
   */
  public void mark(String loop, Marks marks) {
    int unused = write(sql -> MarkRows.replace(sql, loop, marks));
  }

  /**
   * Writes all that is known to one file, as it is at this moment, while others go on working. An
   * older file of that name stays until the new one is whole.
   *
   * @throws CatalogueUnusable where it cannot be written
   */
  public void backUp(Path file) {
    turn.lock();
    try {
      Backups.write(connection, file);
    } catch (SQLException | IOException e) {
      throw new CatalogueUnusable(
          "The backup %s cannot be written: %s.".formatted(file, e.getMessage()), e);
    } finally {
      turn.unlock();
    }
  }

  /**
   * Puts a backup in the place of the catalogue of a folder. What was there is kept beside it as
   * {@value Backups#BEFORE_RESTORE}.
   *
   * @throws CatalogueUnusable where that file is no whole backup that this version can read, or the
   *     catalogue is in use; nothing is changed then
   */
  public static void restore(Path backup, Path folder) {
    Backups.restore(backup, folder.resolve(FILE));
  }

  private interface Work<T> {
    T run(Connection sql) throws SQLException;
  }

  /**
   * A number that is another after each change that another process, or another catalogue of this
   * one, made; its own changes leave it as it is.
   */
  public long stateElsewhere() {
    turn.lock();
    try (Statement asked = connection.createStatement();
        ResultSet version = asked.executeQuery("PRAGMA data_version")) {
      return version.next() ? version.getLong(1) : 0;
    } catch (SQLException e) {
      throw unusable(folder, e);
    } finally {
      turn.unlock();
    }
  }

  private <T> T read(Work<T> work) {
    turn.lock();
    // all of a call from one moment, whatever other processes write meanwhile
    try (Statement snapshot = connection.createStatement()) {
      snapshot.execute("BEGIN DEFERRED");
      try {
        return work.run(connection);
      } finally {
        snapshot.execute("COMMIT");
      }
    } catch (SQLException e) {
      throw unusable(folder, e);
    } finally {
      turn.unlock();
    }
  }

  private <T> T write(Work<T> work) {
    turn.lock();
    try {
      connection.setAutoCommit(false);
      try {
        T result = work.run(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw unusable(folder, e);
    } finally {
      turn.unlock();
    }
  }

  private static CatalogueUnusable unusable(Path folder, Exception e) {
    String why = String.valueOf(e.getMessage());
    if (why.contains("NOTADB") || why.contains("CORRUPT")) {
      return new CatalogueUnusable(
          "The catalogue in %s is damaged; move the folder away and LoopMind listens again."
              .formatted(folder),
          e);
    }
    if (why.contains("BUSY")) {
      return new CatalogueUnusable(
          "Another LoopMind has been writing to the catalogue in %s for over %d s; try again later."
              .formatted(folder, PATIENCE_MILLIS / 1_000),
          e);
    }
    return new CatalogueUnusable(
        "The catalogue in %s cannot be used: %s.".formatted(folder, why), e);
  }

  private static void closeQuietly(@org.jspecify.annotations.Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // the sentence on its way says more
    }
  }

  @Override
  public void close() {
    turn.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw unusable(folder, e);
    } finally {
      turn.unlock();
    }
  }
}
