package loopmind.library.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.library.listen.Listening;
import loopmind.library.listen.Listening.Analysis;
import loopmind.library.listen.Listening.Region;
import loopmind.mixer.audio.AudioTags;

/** The tables of what was heard. */
final class Sounds {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Sounds() {}

  static Optional<KnownSound> find(Connection sql, String hash) throws SQLException {
    try (PreparedStatement query =
        sql.prepareStatement("SELECT seconds, rate_hz, channels, says FROM sound WHERE hash = ?")) {
      query.setString(1, hash);
      try (ResultSet found = query.executeQuery()) {
        if (!found.next()) {
          return Optional.empty();
        }
        Seconds length = new Seconds(found.getDouble(1));
        SampleRate rate = new SampleRate(found.getInt(2));
        int channels = found.getInt(3);
        AudioTags says = TagsText.read(found.getString(4));
        return Optional.of(
            new KnownSound(new Listening(length, rate, channels, regions(sql, hash)), says));
      }
    }
  }

  private static List<Region> regions(Connection sql, String hash) throws SQLException {
    Map<Integer, Map<String, Analysis>> analyses = analyses(sql, hash);
    List<Region> regions = new ArrayList<>();
    try (PreparedStatement query =
        sql.prepareStatement(
            "SELECT number, start_s, end_s FROM region WHERE hash = ? ORDER BY number")) {
      query.setString(1, hash);
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          regions.add(
              new Region(
                  new Seconds(found.getDouble(2)),
                  new Seconds(found.getDouble(3)),
                  analyses.getOrDefault(found.getInt(1), Map.of())));
        }
      }
    }
    return regions;
  }

  private static Map<Integer, Map<String, Analysis>> analyses(Connection sql, String hash)
      throws SQLException {
    Map<Integer, Map<String, Analysis>> analyses = new HashMap<>();
    try (PreparedStatement query =
        sql.prepareStatement(
            "SELECT number, analyser, version, facts, failure FROM analysis WHERE hash = ?")) {
      query.setString(1, hash);
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          analyses
              .computeIfAbsent(found.getInt(1), number -> new HashMap<>())
              .put(
                  found.getString(2),
                  new Analysis(
                      found.getInt(3),
                      Optional.ofNullable(found.getString(4)).map(Sounds::json),
                      Optional.ofNullable(found.getString(5))));
        }
      }
    }
    return analyses;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new CatalogueUnusable("The catalogue holds facts that do not read as such.", e);
    }
  }

  static void store(Connection sql, String hash, KnownSound sound) throws SQLException {
    try (PreparedStatement delete = sql.prepareStatement("DELETE FROM sound WHERE hash = ?")) {
      delete.setString(1, hash);
      delete.executeUpdate(); // its regions and analyses go with it
    }
    Listening listening = sound.listening();
    try (PreparedStatement insert =
        sql.prepareStatement(
            "INSERT INTO sound (hash, seconds, rate_hz, channels, says) VALUES (?, ?, ?, ?, ?)")) {
      insert.setString(1, hash);
      insert.setDouble(2, listening.length().value());
      insert.setInt(3, listening.rate().hz());
      insert.setInt(4, listening.channels());
      insert.setString(5, TagsText.write(sound.says()));
      insert.executeUpdate();
    }
    for (int number = 0; number < listening.regions().size(); number++) {
      store(sql, hash, number, listening.regions().get(number));
    }
  }

  private static void store(Connection sql, String hash, int number, Region region)
      throws SQLException {
    try (PreparedStatement insert =
        sql.prepareStatement(
            "INSERT INTO region (hash, number, start_s, end_s) VALUES (?, ?, ?, ?)")) {
      insert.setString(1, hash);
      insert.setInt(2, number);
      insert.setDouble(3, region.start().value());
      insert.setDouble(4, region.end().value());
      insert.executeUpdate();
    }
    try (PreparedStatement insert =
        sql.prepareStatement(
            "INSERT INTO analysis (hash, number, analyser, version, facts, failure)"
                + " VALUES (?, ?, ?, ?, ?, ?)")) {
      for (Map.Entry<String, Analysis> entry : region.facts().entrySet()) {
        Analysis analysis = entry.getValue();
        insert.setString(1, hash);
        insert.setInt(2, number);
        insert.setString(3, entry.getKey());
        insert.setInt(4, analysis.version());
        insert.setString(5, analysis.facts().map(JsonNode::toString).orElse(null));
        insert.setString(6, analysis.failure().orElse(null));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
