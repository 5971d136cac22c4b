package loopmind.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import loopmind.arranger.song.SongFile;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.measure.LoudnessMeter;
import loopmind.mixer.measure.TruePeakMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A newcomer's first minutes: words in, a finished song of the starter pack out. */
final class ComposeJourneyTest {

  @TempDir static Path shared;
  @TempDir Path folder;

  @Test
  void wordsBecomeAFinishedSongThatPassesTheGate() {
    Typed typed =
        compose(
            folder.resolve("a.wav"),
            "dark trap at 140, about a minute",
            "--json",
            "--stems",
            folder.resolve("stems").toString());
    JsonNode song = typed.json();
    assertThat(typed.status()).as(typed.err()).isZero();
    assertThat(song.path("style").asText()).isEqualTo("trap");
    assertThat(song.path("bpm").asDouble()).isEqualTo(140);
    assertThat(song.path("calls").path(0).path("tool").asText()).isEqualTo("compose_song");
    assertThat(song.path("qa").path("passed").asBoolean()).as(song.path("qa").toString()).isTrue();
    assertThat(song.path("seconds").asDouble()).isCloseTo(60, within(4 * 60 / 140.0 + 1e-9));
    AudioBuffer mix = AudioFiles.read(Path.of(song.path("mix").asText()));
    assertThat(mix.rate().hz()).isEqualTo(48_000);
    // the length is exact to the frame, half a frame being what rounding may cost
    assertThat(mix.length().value())
        .isCloseTo(song.path("seconds").asDouble(), within(0.5 / 48_000));
    assertThat(LoudnessMeter.of(mix).value()).isCloseTo(-11, within(0.1));
    assertThat(TruePeakMeter.of(mix).value()).isLessThanOrEqualTo(-1);
    assertThat(song.path("stems")).hasSizeGreaterThan(3);
    assertThat(new SongFile(Path.of(song.path("song").asText())).load().history().versions())
        .singleElement()
        .satisfies(version -> assertThat(version.message()).startsWith("dark trap"));
  }

  @Test
  void theSameRequestGivesTheSameBytesOnOneThreadOrTwoAndAnotherSeedAnotherSong()
      throws IOException {
    Path one = folder.resolve("one.wav");
    Path two = folder.resolve("two.wav");
    Path other = folder.resolve("other.wav");
    String request = "lofi at 82, 16 bars";
    assertThat(compose(one, request, "--threads", "1").status()).isZero();
    assertThat(compose(two, request, "--threads", "2").status()).isZero();
    assertThat(compose(other, request, "--seed", "2").status()).isZero();
    assertThat(hash(two)).isEqualTo(hash(one));
    assertThat(hash(other)).isNotEqualTo(hash(one));
  }

  @Test
  void aSavedSongRendersToTheSameBytes() throws IOException {
    Path made = folder.resolve("made.wav");
    assertThat(compose(made, "house at 124, 16 bars").status()).isZero();
    Path again = folder.resolve("again.wav");
    Typed typed =
        Typed.run(
            "render",
            folder.resolve("made.loopmind.json").toString(),
            "--home",
            home(),
            "--out",
            again.toString());
    assertThat(typed.status()).as(typed.err()).isZero();
    assertThat(hash(again)).isEqualTo(hash(made));
  }

  @Test
  void aKnownFolderThatIsGoneIsNoLibraryAnyMore() throws IOException {
    String home = folder.resolve("home").toString();
    Path own = Files.createDirectories(folder.resolve("own"));
    Path drums = starterPack().resolve("trap").resolve("Trap_Drums_Vault_140.flac");
    Path copy = Files.copy(drums, own.resolve("Beat_140.flac"));
    assertThat(Typed.run("analyze", "--home", home, own.toString()).status()).isZero();
    Files.delete(copy);
    Files.delete(own);
    Typed typed = Typed.run("search", "--home", home, "trap drums");
    assertThat(typed.status()).as(typed.err()).isZero();
    assertThat(typed.out()).contains("Trap_Drums");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trap at 900 bpm|40 to 240 BPM",
        "''|empty",
        "what is a compressor?|no wish for a song",
      })
  void whatCannotBeDoneIsASentenceAndLeavesNothing(String request, String sentence)
      throws IOException {
    Typed typed = compose(folder.resolve("x.wav"), request);
    assertThat(typed.status()).isEqualTo(1);
    assertThat(typed.err()).containsIgnoringCase(sentence).doesNotContain("Exception");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aMessageOfAHundredKilobytesIsTooLong() {
    Typed typed = compose(folder.resolve("x.wav"), "dark trap ".repeat(10_000));
    assertThat(typed.status()).isEqualTo(1);
    assertThat(typed.err()).contains("at most 2,000").doesNotContain("Exception");
  }

  @Test
  void aFolderWithoutSoundSaysSo() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    Typed typed =
        compose(
            folder.resolve("x.wav"),
            "dark trap at 140",
            "--folder",
            folder.resolve("empty").toString());
    assertThat(typed.status()).isEqualTo(1);
    assertThat(typed.err()).contains("no loops");
  }

  @Test
  void aRoleThatTheFolderLacksIsSaid() throws IOException {
    Path drums = Files.createDirectories(folder.resolve("drums"));
    Path pack =
        Path.of(System.getProperty("loopmind.root"), "sample-libraries", "packs", "starter");
    try (Stream<Path> files = Files.walk(pack)) {
      for (Path file : files.filter(f -> f.toString().contains("Drums")).toList()) {
        Files.copy(file, drums.resolve(file.getFileName()));
      }
    }
    Typed typed =
        compose(folder.resolve("x.wav"), "trap with a piano", "--folder", drums.toString());
    assertThat(typed.status()).isEqualTo(1);
    assertThat(typed.err()).contains("chords");
  }

  private static Typed compose(Path out, String request, String... more) {
    String[] all = new String[5 + more.length + 1];
    all[0] = "compose";
    all[1] = "--home";
    all[2] = home();
    all[3] = "--out";
    all[4] = out.toString();
    System.arraycopy(more, 0, all, 5, more.length);
    all[all.length - 1] = request;
    return Typed.run(all);
  }

  private static Path starterPack() {
    return Path.of(System.getProperty("loopmind.root"), "sample-libraries", "packs", "starter");
  }

  /** One home for all, so that the starter pack is heard once. */
  private static String home() {
    return shared.resolve("home").toString();
  }

  private static String hash(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
