package loopmind.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.TempoFact;
import loopmind.arranger.song.History;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.LayerId;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.MixSettings;
import loopmind.arranger.song.Placement;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;
import loopmind.arranger.song.SongFile;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.arranger.units.Semitones;
import loopmind.library.ingest.ContentHash;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.Dither;
import loopmind.mixer.audio.SampleFormat;
import loopmind.mixer.audio.WavWriter;
import loopmind.mixer.measure.LoudnessMeter;
import loopmind.mixer.measure.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A song leaves the machine it was made on. */
final class ExportJourneyTest {

  private static final double BPM = 120;

  @TempDir Path folder;

  /** Two bars of clicks at 120 BPM, and a song of eight bars of them. */
  private Path song() throws IOException {
    int beat = 24_000;
    float[][] clicks = new float[1][8 * beat];
    for (int i = 0; i < clicks[0].length; i++) {
      clicks[0][i] = (float) (0.5 * Math.sin(i * 0.05) * Math.exp(-(i % beat) / 2_000.0));
    }
    AudioBuffer sound = new AudioBuffer(clicks, SampleRate.STUDIO);
    Path file = folder.resolve("pack").resolve("Clicks 120.wav");
    WavWriter.write(file, sound, SampleFormat.PCM_16, Dither.none());
    Loop loop = loop(file, sound);
    Layer layer =
        new Layer(
            new LayerId("drums"),
            Role.DRUMS,
            loop.id(),
            new Beats(8),
            1,
            Semitones.ZERO,
            Decibels.ZERO,
            List.of(new Placement(BeatPosition.ZERO, new Beats(32), Beats.ZERO)),
            List.of());
    Song song =
        new Song(
            new SongFacts(
                "Clicks",
                "house",
                new Bpm(BPM),
                Meter.FOUR_FOUR,
                new MusicalKey(0, Mode.MINOR),
                1,
                new MixSettings(MixMode.POLISHED, new Lufs(-14))),
            List.of(
                new Section(
                    new SectionId("hook-1"),
                    SectionKind.HOOK,
                    new Bars(8),
                    0.8,
                    List.of(layer),
                    Optional.empty())),
            Map.of(),
            Map.of(loop.id(), loop));
    SongFile saved = new SongFile(folder.resolve("clicks.loopmind.json"));
    saved.save(new SongFile.Content(History.of("clicks", song), Optional.empty()));
    return saved.path();
  }

  private static Loop loop(Path file, AudioBuffer sound) throws IOException {
    return new Loop(
        new LoopId(ContentHash.of(file)),
        "Clicks 120",
        file,
        Optional.empty(),
        LoopKind.LOOP,
        Seconds.ZERO,
        sound.length(),
        sound.rate(),
        1,
        Optional.of(
            new TempoFact(new Bpm(BPM), 1, List.of(), new Beats(8), Meter.FOUR_FOUR, Seconds.ZERO)),
        Optional.empty(),
        Role.DRUMS,
        1,
        "kit",
        List.of(),
        LoudnessMeter.of(sound),
        new Decibels(-6),
        0.5,
        List.of(Seconds.ZERO),
        Spectrum.of(sound).profile(),
        Embedding.NONE);
  }

  private Path rendered(Path song, String name, Path home) {
    Path file = folder.resolve(name);
    Typed typed =
        Typed.run("render", song.toString(), "--out", file.toString(), "--home", home.toString());
    assertThat(file).as(typed.err()).exists();
    return file;
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Typed export(Path song, String format, String out) {
    return Typed.run(
        "export",
        song.toString(),
        "--format",
        format,
        "--out",
        folder.resolve(out).toString(),
        "--home",
        home().toString(),
        "--json");
  }

  @Test
  void aZipOpensWhereTheLoopsOfTheSongAreNotAtHand() throws IOException {
    Path song = song();
    Path before = rendered(song, "before.wav", home());
    // a home that never heard the loop, as on another machine
    Path other = folder.resolve("other-home");
    JsonNode made = export(song, "zip", "travel.zip").json();
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    unzip(Path.of(made.path("file").asText()), elsewhere);
    Files.delete(folder.resolve("pack").resolve("Clicks 120.wav"));
    assertThat(Typed.run("render", song.toString(), "--home", other.toString()).err())
        .contains("The loop Clicks 120 is not at");
    Path after = rendered(elsewhere.resolve("travel.loopmind.json"), "after.wav", other);
    assertThat(after).hasSameBinaryContentAs(before);
  }

  @Test
  void aLoopThatTravelledButIsAnotherOneIsNotPlayed() throws IOException {
    Path song = song();
    export(song, "zip", "travel.zip");
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    unzip(folder.resolve("travel.zip"), elsewhere);
    Files.delete(folder.resolve("pack").resolve("Clicks 120.wav"));
    try (var loops = Files.list(elsewhere.resolve("loops"))) {
      Files.write(loops.findFirst().orElseThrow(), new byte[] {1, 2, 3});
    }
    Typed typed =
        Typed.run(
            "render",
            elsewhere.resolve("travel.loopmind.json").toString(),
            "--home",
            home().toString());
    assertThat(typed.status()).isEqualTo(1);
    assertThat(typed.err()).contains("Clicks 120");
  }

  @Test
  void aFormatThatIsNotWrittenIsRefusedInASentence() throws IOException {
    Typed typed = export(song(), "aac", "x");
    assertThat(typed.status()).isEqualTo(1);
    assertThat(typed.err())
        .isEqualToIgnoringNewLines(
            "loopmind: The song would be written as aac, which LoopMind does not write. Choose one of wav, flac, mp3, ogg, midi, dawproject, zip.");
    try (var left = Files.list(folder)) {
      assertThat(left.map(file -> String.valueOf(file.getFileName()))).noneMatch("x"::equals);
    }
  }

  private static void unzip(Path zip, Path into) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = into.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
      }
    }
  }
}
