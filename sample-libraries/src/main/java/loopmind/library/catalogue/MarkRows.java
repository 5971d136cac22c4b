package loopmind.library.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of what the user says of loops. */
final class MarkRows {

  private static final String BETWEEN = "\n";

  private MarkRows() {}

  static Map<String, Marks> all(Connection sql) throws SQLException {
    Map<String, Marks> marks = new HashMap<>();
    try (PreparedStatement query =
            sql.prepareStatement("SELECT loop, tags, stars, favourite FROM mark");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        List<String> tags = List.of(rows.getString(2).split(BETWEEN));
        marks.put(rows.getString(1), new Marks(tags, rows.getInt(3), rows.getBoolean(4)));
      }
    }
    return marks;
  }

  static int replace(Connection sql, String loop, Marks marks) throws SQLException {
    try (PreparedStatement old = sql.prepareStatement("DELETE FROM mark WHERE loop = ?")) {
      old.setString(1, loop);
      old.executeUpdate();
    }
    if (marks.equals(Marks.NONE)) {
      return 0;
    }
    try (PreparedStatement row = sql.prepareStatement("INSERT INTO mark VALUES (?, ?, ?, ?)")) {
      row.setString(1, loop);
      row.setString(2, String.join(BETWEEN, marks.tags()));
      row.setInt(3, marks.stars());
      row.setBoolean(4, marks.favourite());
      return row.executeUpdate();
    }
  }
}
