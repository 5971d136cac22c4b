package loopmind.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.TempoFact;
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
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.arranger.units.Semitones;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.measure.LoudnessMeter;
import loopmind.mixer.measure.Spectrum;
import loopmind.mixer.measure.TruePeakMeter;
import loopmind.mixer.render.LoopAudio;

/**
 * A song of 16 seconds at 120 BPM (intro, hook, verse, hook of two bars each) out of tones that are
 * made here: drums and bass throughout, two melodies at once in each hook.
 */
public final class SmallSong {

  private static final int HZ = 48_000;
  private static final int BEATS = 8;

  private final Map<LoopId, Loop> loops = new LinkedHashMap<>();
  private final Map<LoopId, AudioBuffer> sounds = new LinkedHashMap<>();

  public SmallSong() {
    add("kit", Role.DRUMS, 180);
    add("sub", Role.BASS, 55);
    add("bells_dark", Role.MELODY, 660);
    add("flute_2", Role.MELODY, 880);
  }

  private void add(String name, Role role, double hz) {
    float[][] samples = new float[1][BEATS * HZ / 2];
    for (int i = 0; i < samples[0].length; i++) {
      double inBeat = i % (HZ / 2);
      samples[0][i] = (float) (0.4 * Math.sin(2 * Math.PI * hz * i / HZ) * Math.exp(-inBeat / 9e3));
    }
    AudioBuffer sound = new AudioBuffer(samples, new SampleRate(HZ));
    LoopId id = new LoopId("0" + loops.size());
    sounds.put(id, sound);
    loops.put(
        id,
        new Loop(
            id,
            name,
            Path.of(name + ".wav"),
            Optional.empty(),
            LoopKind.LOOP,
            Seconds.ZERO,
            sound.length(),
            sound.rate(),
            1,
            Optional.of(
                new TempoFact(
                    new Bpm(120), 1, List.of(), new Beats(BEATS), Meter.FOUR_FOUR, Seconds.ZERO)),
            Optional.empty(),
            role,
            1,
            role.word(),
            List.of(),
            LoudnessMeter.of(sound),
            TruePeakMeter.of(sound),
            0.5,
            List.of(),
            Spectrum.of(sound).profile(),
            Embedding.NONE));
  }

  public LoopAudio audio() {
    return loop -> sounds.get(loop.id());
  }

  public Song song() {
    return new Song(
        new SongFacts(
            "Small",
            "house",
            new Bpm(120),
            Meter.FOUR_FOUR,
            new MusicalKey(0, Mode.MINOR),
            1,
            new MixSettings(MixMode.RAW, new Lufs(-14))),
        List.of(
            section("intro-1", SectionKind.INTRO, "sub"),
            section("hook-1", SectionKind.HOOK, "kit", "sub", "bells_dark", "flute_2"),
            section("verse-1", SectionKind.VERSE, "kit", "sub"),
            section("hook-2", SectionKind.HOOK, "kit", "sub", "bells_dark", "flute_2")),
        Map.of(),
        loops);
  }

  private Section section(String id, SectionKind kind, String... names) {
    List<Layer> layers = new ArrayList<>();
    for (String name : names) {
      Loop loop =
          loops.values().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
      layers.add(
          new Layer(
              new LayerId(name.replace("_", "-")),
              loop.role(),
              loop.id(),
              new Beats(BEATS),
              1,
              Semitones.ZERO,
              Decibels.ZERO,
              List.of(new Placement(BeatPosition.ZERO, new Beats(BEATS), Beats.ZERO)),
              List.of()));
    }
    return new Section(new SectionId(id), kind, new Bars(2), 0.5, layers, Optional.empty());
  }
}
