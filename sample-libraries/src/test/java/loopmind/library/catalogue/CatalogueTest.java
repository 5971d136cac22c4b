package loopmind.library.catalogue;

import static loopmind.library.catalogue.SoundsForTests.hash;
import static loopmind.library.catalogue.SoundsForTests.row;
import static loopmind.library.catalogue.SoundsForTests.sound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.units.Bpm;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

  private static final Path A = Path.of("/music/pack/a.wav");
  private static final Path B = Path.of("/music/pack2/b.wav");
  private static final Path ZIP = Path.of("/music/pack/c.zip");

  @TempDir Path folder;

  private static final Correction KNOWN =
      new Correction(
          Optional.of(Role.BASS),
          "Reese",
          Optional.of(new Bpm(87.5)),
          MusicalKey.parse("F# minor"));

  @Test
  void givesBackWhatWasStoredInALaterProcessToo() {
    try (Catalogue catalogue = Catalogue.open(folder)) {
      catalogue.store(A, List.of(row(A, 1)), Map.of(hash(1), sound(1)));
    }
    try (Catalogue catalogue = Catalogue.open(folder)) {
      assertThat(catalogue.files(A)).containsExactly(row(A, 1));
      assertThat(catalogue.sound(hash(1))).contains(sound(1));
      assertThat(catalogue.sound(hash(2))).isEmpty();
    }
  }

  @Test
  void whatIsStoredAgainTakesThePlaceOfWhatWas() {
    try (Catalogue catalogue = Catalogue.open(folder)) {
      catalogue.store(A, List.of(row(A, 1)), Map.of(hash(1), sound(1)));
      catalogue.store(A, List.of(row(A, 2)), Map.of(hash(1), sound(7)));
      assertThat(catalogue.files(A)).containsExactly(row(A, 2));
      assertThat(catalogue.sound(hash(1))).contains(sound(7));
    }
  }

  @Test
  void listsWhatLiesBelowAFolderAndNoNeighbour() {
    FileRow zip = new FileRow(ZIP, Optional.empty(), 9, 9, Optional.empty(), Optional.empty());
    FileRow inside =
        new FileRow(ZIP, Optional.of("x.wav"), 9, 9, Optional.of(hash(3)), Optional.empty());
    try (Catalogue catalogue = Catalogue.open(folder)) {
      catalogue.store(B, List.of(row(B, 2)), Map.of());
      catalogue.store(ZIP, List.of(zip, inside), Map.of());
      catalogue.store(A, List.of(row(A, 1)), Map.of());
      assertThat(catalogue.below(List.of(Path.of("/music/pack"))))
          .containsExactly(row(A, 1), zip, inside);
      assertThat(catalogue.below(List.of(Path.of("/music"), A))).hasSize(4);
      assertThat(catalogue.below(List.of(Path.of("/")))).hasSize(4);
      assertThat(catalogue.below(List.of(A))).containsExactly(row(A, 1));
    }
  }

  @Test
  void forgetsFilesThatAreGoneButNotWhatWasHeard() {
    try (Catalogue catalogue = Catalogue.open(folder)) {
      catalogue.store(A, List.of(row(A, 1)), Map.of(hash(1), sound(1)));
      catalogue.store(B, List.of(row(B, 2)), Map.of(hash(2), sound(2)));
      assertThat(catalogue.forget(Path.of("/music/pack"), path -> true)).isEqualTo(1);
      assertThat(catalogue.files(A)).isEmpty();
      assertThat(catalogue.files(B)).hasSize(1);
      // so that a moved file keeps its facts
      assertThat(catalogue.sound(hash(1))).isPresent();
    }
  }

  @Test
  void storesAllOrNothing() {
    try (Catalogue catalogue = Catalogue.open(folder)) {
      List<FileRow> twice = List.of(row(A, 1), row(A, 1));
      assertThatThrownBy(() -> catalogue.store(A, twice, Map.of(hash(1), sound(1))))
          .isInstanceOf(CatalogueUnusable.class);
      assertThat(catalogue.files(A)).isEmpty();
      assertThat(catalogue.sound(hash(1))).isEmpty();
      catalogue.store(A, List.of(row(A, 1)), Map.of());
      assertThat(catalogue.files(A)).hasSize(1);
    }
  }

  @Test
  void manyThreadsAndCataloguesWriteToOneDatabase() throws InterruptedException {
    List<Throwable> failures = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    try (Catalogue one = Catalogue.open(folder);
        Catalogue other = Catalogue.open(folder)) {
      for (int t = 0; t < 4; t++) {
        int first = t * 25;
        Catalogue catalogue = t % 2 == 0 ? one : other;
        Thread thread = new Thread(() -> storeMany(catalogue, first));
        thread.setUncaughtExceptionHandler((who, failure) -> failures.add(failure));
        threads.add(thread);
        thread.start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(failures).isEmpty();
      assertThat(one.below(List.of(Path.of("/music")))).hasSize(100);
    }
  }

  private static void storeMany(Catalogue catalogue, int first) {
    for (int i = first; i < first + 25; i++) {
      Path path = Path.of("/music/%d.wav".formatted(i));
      catalogue.store(path, List.of(row(path, i)), Map.of(hash(i), sound(i)));
      assertThat(catalogue.sound(hash(i))).isPresent();
    }
  }

  @Test
  void aSecondStartDoesWithoutFlyway() throws SQLException {
    Catalogue.open(folder).close();
    // Flyway would refuse a history that it did not write
    change("UPDATE flyway_schema_history SET checksum = 1");
    Catalogue.open(folder).close();
  }

  @Test
  void refusesACatalogueOfANewerVersion() throws SQLException {
    Catalogue.open(folder).close();
    change("UPDATE flyway_schema_history SET version = '99'");
    assertThatThrownBy(() -> Catalogue.open(folder))
        .isInstanceOf(CatalogueUnusable.class)
        .hasMessage(
            "The catalogue was made by a newer LoopMind (its tables are of version 99, this one"
                + " knows %d).",
            Schema.NEWEST);
  }

  @Test
  void keepsWhatTheUserSaysOfALoopWhateverIsHeardOfItLater() {
    Marks said = new Marks(List.of("Late  Night", "dusty"), 4, true, KNOWN);
    try (Catalogue catalogue = Catalogue.open(folder)) {
      catalogue.store(A, List.of(row(A, 1)), Map.of(hash(1), sound(1)));
      catalogue.mark("loop-1", said);
      catalogue.store(A, List.of(), Map.of(hash(1), sound(2)));
    }
    try (Catalogue catalogue = Catalogue.open(folder)) {
      assertThat(catalogue.marks()).isEqualTo(Map.of("loop-1", said));
      assertThat(said.tags()).containsExactly("late night", "dusty");
      catalogue.mark("loop-1", Marks.NONE);
      assertThat(catalogue.marks()).isEmpty();
    }
    assertThatThrownBy(() -> Marks.NONE.withStars(6)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Marks.NONE.withTags(List.of("x".repeat(41))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aCatalogueOfEachEarlierVersionGoesOn(int version) throws SQLException, IOException {
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + folder.resolve("loopmind.db"), null, null)
        .locations("classpath:loopmind/library/catalogue")
        .loggers("slf4j")
        .target(MigrationVersion.fromVersion(String.valueOf(version)))
        .load()
        .migrate();
    change("INSERT INTO sound VALUES ('%s', 2.0, 44100, 2, '{}')".formatted(hash(1)));
    change("INSERT INTO file VALUES ('%s', '', 10, 20, '%s', NULL)".formatted(A, hash(1)));
    if (version > 1) {
      change("INSERT INTO mark VALUES ('loop-1', 'dusty', 4, 1)");
    }
    try (Catalogue catalogue = Catalogue.open(folder)) {
      assertThat(catalogue.files(A)).hasSize(1);
      assertThat(catalogue.sound(hash(1))).isPresent();
      if (version > 1) {
        assertThat(catalogue.marks())
            .isEqualTo(Map.of("loop-1", new Marks(List.of("dusty"), 4, true, Correction.NONE)));
      }
      catalogue.mark("loop-2", Marks.NONE.withCorrection(KNOWN));
      assertThat(catalogue.marks().get("loop-2").correction()).isEqualTo(KNOWN);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("what was there before it was changed")
          .contains("before-version-%d.backup".formatted(version));
    }
  }

  @Test
  void aBackupGivesBackWhatWasKnownThen() throws SQLException {
    Path backup = folder.resolve("elsewhere").resolve("mine.backup");
    Marks said = Marks.NONE.withTags(List.of("mine")).withCorrection(KNOWN);
    try (Catalogue catalogue = Catalogue.open(folder)) {
      catalogue.store(A, List.of(row(A, 1)), Map.of(hash(1), sound(1)));
      catalogue.mark("loop-1", said);
      catalogue.backUp(backup);
      catalogue.mark("loop-1", Marks.NONE);
      catalogue.store(A, List.of(), Map.of());
    }
    Catalogue.restore(backup, folder);
    try (Catalogue catalogue = Catalogue.open(folder)) {
      assertThat(catalogue.marks()).isEqualTo(Map.of("loop-1", said));
      assertThat(catalogue.files(A)).containsExactly(row(A, 1));
      assertThat(catalogue.sound(hash(1))).contains(sound(1));
    }
    assertThat(folder.resolve("before-restore.backup")).exists();
  }

  @Test
  void whatIsNoBackupIsRefusedAndChangesNothing() throws IOException, SQLException {
    Path junk = Files.writeString(folder.resolve("junk.backup"), "x".repeat(5000));
    Path other = folder.resolve("other.db");
    try (Connection sql = DriverManager.getConnection("jdbc:sqlite:" + other);
        Statement make = sql.createStatement()) {
      make.execute("CREATE TABLE other (x)");
    }
    try (Catalogue catalogue = Catalogue.open(folder)) {
      catalogue.mark("loop-1", Marks.NONE.withFavourite(true));
    }
    for (Path file : List.of(junk, other, folder.resolve("missing"))) {
      assertThatThrownBy(() -> Catalogue.restore(file, folder))
          .isInstanceOf(CatalogueUnusable.class)
          .hasMessageContaining(file.getFileName().toString());
    }
    try (Catalogue catalogue = Catalogue.open(folder)) {
      assertThat(catalogue.marks()).hasSize(1);
      Path whole = folder.resolve("whole.backup");
      catalogue.backUp(whole);
      assertThatThrownBy(() -> Catalogue.restore(whole, folder))
          .as("while another has it open")
          .isInstanceOf(CatalogueUnusable.class)
          .hasMessageContaining("in use");
    }
  }

  @Test
  void aBackupTakesThePlaceOfAnOlderOneOnlyWhenItIsWhole() throws IOException {
    Path backup = Files.writeString(folder.resolve("mine.backup"), "older");
    try (Catalogue catalogue = Catalogue.open(folder)) {
      catalogue.backUp(backup);
    }
    assertThat(Files.size(backup)).isGreaterThan(4096);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }

  private void change(String statement) throws SQLException {
    try (Connection sql =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("loopmind.db"));
        Statement change = sql.createStatement()) {
      assertThat(change.executeUpdate(statement)).isPositive();
    }
  }

  @Test
  void saysThatADatabaseIsDamaged() throws IOException {
    Files.writeString(folder.resolve("loopmind.db"), "this is no database, whatever its name is");
    assertThatThrownBy(() -> Catalogue.open(folder))
        .isInstanceOf(CatalogueUnusable.class)
        .hasMessage(
            "The catalogue in %s is damaged; move the folder away and LoopMind listens again.",
            folder);
  }

  @Test
  void saysWhereItCannotWrite() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> Catalogue.open(file))
        .isInstanceOf(CatalogueUnusable.class)
        .hasMessageStartingWith("The catalogue in %s cannot be used: ".formatted(file));
  }
}
