package loopmind.library.catalogue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Copies of a catalogue: each is a database by itself, whole or not there. */
final class Backups {

  /** What is kept of a catalogue that gave way to a backup. */
  static final String BEFORE_RESTORE = "before-restore.backup";

  private Backups() {}

  static void write(Connection sql, Path file) throws SQLException, IOException {
    Path whole = file.toAbsolutePath();
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    Files.createDirectories(part.getParent());
    Files.deleteIfExists(part);
    try {
      try (PreparedStatement copy = sql.prepareStatement("VACUUM INTO ?")) {
        copy.setString(1, part.toString());
        copy.execute();
      }
      force(part);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  static void restore(Path backup, Path database) {
    check(backup);
    Path part = database.resolveSibling(database.getFileName() + ".part");
    try {
      Files.createDirectories(database.getParent());
      if (Files.exists(database)) {
        keep(database);
      }
      Files.copy(backup, part, StandardCopyOption.REPLACE_EXISTING);
      force(part);
      // a log beside the new file would be taken for its own
      Files.deleteIfExists(database.resolveSibling(database.getFileName() + "-wal"));
      Files.deleteIfExists(database.resolveSibling(database.getFileName() + "-shm"));
      Files.move(
          part, database, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CatalogueUnusable(
          "%s cannot be put in the place of %s: %s.".formatted(backup, database, e.getMessage()),
          e);
    }
  }

  private static void check(Path backup) {
    if (!Files.isRegularFile(backup)) {
      throw new CatalogueUnusable("There is no backup %s.".formatted(backup));
    }
    try (Connection sql = DriverManager.getConnection("jdbc:sqlite:file:" + uri(backup));
        Statement asked = sql.createStatement();
        ResultSet whole = asked.executeQuery("PRAGMA integrity_check")) {
      if (!whole.next() || !whole.getString(1).equals("ok")) {
        throw new CatalogueUnusable("The backup %s is damaged.".formatted(backup));
      }
      int version = Schema.version(sql);
      if (version < 1) {
        throw new CatalogueUnusable("%s is no backup of a catalogue.".formatted(backup));
      }
      if (version > Schema.NEWEST) {
        throw new CatalogueUnusable(
            "The backup %s was made by a newer LoopMind.".formatted(backup));
      }
    } catch (SQLException e) {
      throw new CatalogueUnusable("%s is no backup of a catalogue.".formatted(backup), e);
    }
  }

  private static String uri(Path file) {
    return file.toUri().getRawPath() + "?mode=ro&immutable=1";
  }

  /** Keeps what is there; the lock on all of it shows that nobody else has it open. */
  private static void keep(Path database) {
    Path kept = database.resolveSibling(BEFORE_RESTORE);
    try (Connection sql = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement asked = sql.createStatement()) {
      asked.execute("PRAGMA busy_timeout = 500");
      // the log goes into the file, which is refused while another connection is open
      asked.execute("PRAGMA journal_mode = DELETE");
      asked.execute("BEGIN EXCLUSIVE");
      asked.execute("ROLLBACK");
      write(sql, kept);
    } catch (SQLException e) {
      if (String.valueOf(e.getMessage()).contains("BUSY")) {
        throw new CatalogueUnusable(
            "The catalogue %s is in use; end the LoopMind that has it open first."
                .formatted(database),
            e);
      }
      keepDamaged(database, kept);
    } catch (IOException e) {
      throw new CatalogueUnusable(
          "What is in %s could not be kept: %s.".formatted(database, e.getMessage()), e);
    }
  }

  /** A damaged catalogue is kept as it is: somebody may still read something in it. */
  private static void keepDamaged(Path database, Path kept) {
    try {
      Files.copy(database, kept, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CatalogueUnusable(
          "What is in %s could not be kept: %s.".formatted(database, e.getMessage()), e);
    }
  }
}
