package loopmind.library.catalogue;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The table of files. */
final class FileRows {

  private static final String COLUMNS =
      "SELECT path, inside, bytes, modified_ms, hash, error FROM file ";

  private FileRows() {}

  static List<FileRow> of(Connection sql, Path file) throws SQLException {
    try (PreparedStatement query =
        sql.prepareStatement(COLUMNS + "WHERE path = ? ORDER BY inside")) {
      query.setString(1, file.toString());
      return rows(query);
    }
  }

  static List<FileRow> below(Connection sql, Collection<Path> folders) throws SQLException {
    // folders may lie in each other
    TreeMap<String, FileRow> all = new TreeMap<>();
    try (PreparedStatement query =
        sql.prepareStatement(COLUMNS + "WHERE path = ? OR path >= ? AND path < ?")) {
      for (Path folder : folders) {
        String text = folder.toAbsolutePath().normalize().toString();
        // a root such as / ends in the separator already
        String stem = text.endsWith(File.separator) ? text.substring(0, text.length() - 1) : text;
        query.setString(1, text);
        query.setString(2, stem + File.separator);
        query.setString(3, stem + (char) (File.separatorChar + 1));
        for (FileRow row : rows(query)) {
          all.put(row.path() + "\0" + row.inside().orElse(""), row);
        }
      }
    }
    return List.copyOf(all.values());
  }

  static void replace(Connection sql, Path file, List<FileRow> rows) throws SQLException {
    try (PreparedStatement delete = sql.prepareStatement("DELETE FROM file WHERE path = ?")) {
      delete.setString(1, file.toString());
      delete.executeUpdate();
    }
    try (PreparedStatement insert =
        sql.prepareStatement(
            "INSERT INTO file (path, inside, bytes, modified_ms, hash, error)"
                + " VALUES (?, ?, ?, ?, ?, ?)")) {
      for (FileRow row : rows) {
        insert.setString(1, row.path().toString());
        insert.setString(2, row.inside().orElse(""));
        insert.setLong(3, row.bytes());
        insert.setLong(4, row.modifiedMillis());
        insert.setString(5, row.hash().orElse(null));
        insert.setString(6, row.error().orElse(null));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static List<FileRow> rows(PreparedStatement query) throws SQLException {
    List<FileRow> rows = new ArrayList<>();
    try (ResultSet found = query.executeQuery()) {
      while (found.next()) {
        rows.add(
            new FileRow(
                Path.of(found.getString(1)),
                Optional.of(found.getString(2)).filter(inside -> !inside.isEmpty()),
                found.getLong(3),
                found.getLong(4),
                Optional.ofNullable(found.getString(5)),
                Optional.ofNullable(found.getString(6))));
      }
    }
    return rows;
  }
}
