package loopmind.library.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.units.Bpm;

/** The table of what the user says of loops. */
final class MarkRows {

  private static final String BETWEEN = "\n";

  private MarkRows() {}

  static Map<String, Marks> all(Connection sql) throws SQLException {
    Map<String, Marks> marks = new HashMap<>();
    try (PreparedStatement query =
            sql.prepareStatement(
                "SELECT loop, tags, stars, favourite, role, instrument, bpm, key FROM mark");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        List<String> tags = List.of(rows.getString(2).split(BETWEEN));
        marks.put(
            rows.getString(1),
            new Marks(tags, rows.getInt(3), rows.getBoolean(4), correction(rows)));
      }
    }
    return marks;
  }

  private static Correction correction(ResultSet row) throws SQLException {
    double bpm = row.getDouble(7);
    return new Correction(
        Role.named(row.getString(5)),
        row.getString(6),
        bpm == 0 ? Optional.empty() : Optional.of(new Bpm(bpm)),
        MusicalKey.parse(row.getString(8)));
  }

  static int replace(Connection sql, String loop, Marks marks) throws SQLException {
    try (PreparedStatement old = sql.prepareStatement("DELETE FROM mark WHERE loop = ?")) {
      old.setString(1, loop);
      old.executeUpdate();
    }
    if (marks.equals(Marks.NONE)) {
      return 0;
    }
    try (PreparedStatement row =
        sql.prepareStatement("INSERT INTO mark VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      row.setString(1, loop);
      row.setString(2, String.join(BETWEEN, marks.tags()));
      row.setInt(3, marks.stars());
      row.setBoolean(4, marks.favourite());
      Correction known = marks.correction();
      row.setString(5, known.role().map(Role::word).orElse(""));
      row.setString(6, known.instrument());
      row.setDouble(7, known.bpm().map(Bpm::value).orElse(0.0));
      row.setString(8, known.key().map(MusicalKey::text).orElse(""));
      return row.executeUpdate();
    }
  }
}
