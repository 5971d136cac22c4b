package loopmind.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.plan.LayerAddition;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.MixSettings;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.Lufs;
import loopmind.mixer.render.RenderOptions;
import loopmind.mixer.render.RenderProgress;
import loopmind.mixer.render.Renderer;

/**
 * Makes one loop heard as it would sound in a song: in its tempo and key, stretched and shifted as
 * a layer of it. What was made once is kept.
 */
public final class LoopAudition {

  private static final int LEAST_BARS = 4, MOST_BARS = 8;
  private static final double LUFS = -16;
  private static final SectionId ALONE = new SectionId("hook-1");

  private final Library library;
  private final Home home;
  private final int threads;

  /**
   * @param threads that render, 1 or more
   */
  LoopAudition(Library library, Home home, int threads) {
    this.library = library;
    this.home = home;
    this.threads = threads;
  }

  /**
   * The sound of some bars of the loop.
   *
   * @param song whose tempo and key it takes
   * @return a WAV file of whole bars
   * @throws EditRefused where the loop cannot be fitted to the song
   */
  public synchronized Path in(Song song, Loop loop) {
    SongFacts facts = facts(song);
    Path file =
        folder()
            .resolve(
                "%s at %s in %s.wav"
                    .formatted(loop.id().text(), facts.tempo().value(), facts.key().text())
                    .replace("#", "sharp")
                    .replaceAll("[^A-Za-z0-9.-]", "_"));
    if (!Files.exists(file)) {
      Section empty =
          new Section(ALONE, SectionKind.HOOK, bars(facts, loop), 1, List.of(), Optional.empty());
      Song base = new Song(facts, List.of(empty), Map.of(), Map.of());
      Song alone =
          new LayerAddition(base, List.of(loop)).named(List.of(ALONE), loop.role(), loop).song();
      new Renderer(new SongAudio(library.ingest()), home.sounds())
          .render(alone, RenderOptions.whole(file, Optional.empty(), threads), RenderProgress.NONE);
    }
    return file;
  }

  private static SongFacts facts(Song song) {
    SongFacts facts = song.facts();
    return new SongFacts(
        facts.title(),
        facts.style(),
        facts.tempo(),
        facts.meter(),
        facts.key(),
        facts.seed(),
        new MixSettings(MixMode.RAW, new Lufs(LUFS)));
  }

  private static Bars bars(SongFacts facts, Loop loop) {
    double beats = loop.tempo().map(tempo -> tempo.length().value()).orElse(0.0);
    int bars = (int) Math.ceil(beats / facts.meter().beats());
    return new Bars(Math.clamp(bars, LEAST_BARS, MOST_BARS));
  }

  private Path folder() {
    Path folder = home.auditions();
    try {
      return Files.createDirectories(folder);
    } catch (IOException failed) {
      throw new EditRefused("The folder %s cannot be made.", folder);
    }
  }
}
