package loopmind.mixer.render;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.MixSettings;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.Style;
import loopmind.arranger.song.Styles;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.audio.AudioSink;
import loopmind.mixer.audio.Dither;
import loopmind.mixer.audio.FlacWriter;
import loopmind.mixer.audio.SampleFormat;
import loopmind.mixer.audio.WavWriter;
import loopmind.mixer.master.Master;
import loopmind.mixer.master.MasterGoal;
import loopmind.mixer.master.MasterRecipe;
import loopmind.mixer.master.Mastered;
import loopmind.mixer.master.Reel;
import loopmind.mixer.measure.QaGate;
import loopmind.mixer.measure.QaReport;
import loopmind.mixer.measure.QaTargets;
import loopmind.mixer.mix.Colouring;

/**
 * From the mix to finished files: masters, checks, tries again with other parameters where a check
 * fails, and writes. Files appear in their places when they are whole.
 */
final class Finish {

  private static final int MOST_TRIES = 3, BLOCK = 48_000;
  private static final Decibels LIMIT = MasterGoal.USUAL_TRUE_PEAK;

  /** Headroom that a further try leaves below the limit. */
  private static final double HEADROOM_STEP_DB = 0.25;

  private final Song song;
  private final RenderOptions options;
  private final Takes takes;
  private final RenderProgress progress;
  private final SampleRate rate = SampleRate.STUDIO;
  private Optional<MasterRecipe> recipe = Optional.empty();

  Finish(Song song, RenderOptions options, Takes takes, RenderProgress progress) {
    this.song = song;
    this.options = options;
    this.takes = takes;
    this.progress = progress;
  }

  Rendering write(long renderMillis, LongSupplier nanos) {
    long begun = nanos.getAsLong();
    QaReport report = master();
    Map<Role, Path> stems = options.stems().map(this::stems).orElse(Map.of());
    long masterMillis = (nanos.getAsLong() - begun) / 1_000_000;
    return new Rendering(options.mix(), stems, report, renderMillis, masterMillis);
  }

  /** By what the last try mastered the song. */
  MasterRecipe recipe() {
    return recipe.orElseThrow(() -> new IllegalStateException("Nothing was mastered yet."));
  }

  /**
   * Writes what was played as it would sound in the finished song, without checks.
   *
   * @param found for the whole song; where it is for another goal, the stretch is mastered by
   *     itself
   */
  void preview(Optional<MasterRecipe> found) {
    MasterGoal goal = goal(song);
    try (AudioSink sink = sink(options.mix(), song.facts().seed())) {
      Master.Listener listener = (block, count) -> sink.write(block, 0, count);
      Optional<MasterRecipe> fitting = found.filter(recipe -> recipe.isFor(goal));
      if (fitting.isPresent()) {
        fitting.get().give(takes.mix(), progress::cancelled, listener);
      } else {
        new Master(takes.mix(), goal, progress::cancelled).give(listener);
      }
      sink.finish();
    }
  }

  /** Each try masters the mix anew; the last one that was written stays. */
  private QaReport master() {
    MasterGoal goal = goal(song);
    QaReport report = attempt(goal);
    for (int tries = 2; !report.passed() && tries <= MOST_TRIES; tries++) {
      goal = changed(goal, report);
      report = attempt(goal).after(tries);
    }
    return report;
  }

  private static MasterGoal goal(Song song) {
    Style style =
        Styles.known()
            .named(song.facts().style())
            .orElseThrow(() -> new EditRefused("The style %s is not known.", song.facts().style()));
    MixSettings mix = song.facts().mix();
    return new MasterGoal(
        mix.loudness(),
        LIMIT,
        switch (mix.mode()) {
          case RAW -> MasterGoal.Treatment.LEVEL_ONLY;
          case POLISHED -> MasterGoal.Treatment.POLISHED;
          case TAPE -> MasterGoal.Treatment.TAPE;
        },
        Colouring.leaned(style.spectrum(), mix.colour()),
        MasterGoal.USUAL_LOOK_AHEAD);
  }

  /** More room below the limit and a longer look ahead; no polish where another key came out. */
  private static MasterGoal changed(MasterGoal goal, QaReport report) {
    boolean keyMissed =
        report.checks().stream().anyMatch(check -> check.name().equals("key") && !check.passed());
    MasterGoal roomier =
        goal.withTruePeak(new Decibels(goal.truePeak().value() - HEADROOM_STEP_DB))
            .withLookAhead(new Seconds(goal.lookAhead().value() * 2));
    return keyMissed
        ? new MasterGoal(
            roomier.loudness(),
            roomier.truePeak(),
            MasterGoal.Treatment.LEVEL_ONLY,
            roomier.spectrum(),
            roomier.lookAhead())
        : roomier;
  }

  private QaReport attempt(MasterGoal goal) {
    try (Crew crew = new Crew(options.threads());
        Reel copy = copyOf(takes.mix());
        AudioSink sink = sink(options.mix(), song.facts().seed())) {
      QaGate gate = new QaGate(rate, 2, crew);
      progress.at("mastering", 0);
      long[] heard = {0};
      Mastered mastered =
          new Master(copy, goal, progress::cancelled, crew)
              .give(
                  (block, count) -> {
                    gate.add(block, 0, count);
                    sink.write(block, 0, count);
                    heard[0] += count;
                    progress.at("writing", (double) heard[0] / copy.frames());
                  });
      recipe = Optional.of(mastered.recipe());
      QaReport report = gate.report(targets());
      sink.finish();
      return report;
    }
  }

  private QaTargets targets() {
    boolean whole = options.fromBar() == 0 && options.toBar() == RenderOptions.END;
    Beats beat = new Beats(1);
    boolean tonal = song.roles().stream().anyMatch(Role::isTonal);
    return new QaTargets(
        Optional.of(song.facts().tempo()),
        tonal ? Optional.of(song.facts().key()) : Optional.empty(),
        Optional.of(song.facts().mix().loudness()),
        Optional.of(LIMIT),
        whole ? OptionalLong.of(rate.framesIn(song.length())) : OptionalLong.empty(),
        Optional.of(song.facts().tempo().lengthOf(beat)));
  }

  /** The master changes what it is given; a further try needs it as it was. */
  private static Reel copyOf(Reel reel) {
    Reel copy = new Reel(reel.rate(), reel.channels(), reel.frames());
    each(reel, (block, at, count) -> copy.write(at, block, count));
    return copy;
  }

  private Map<Role, Path> stems(Path folder) {
    Map<Role, Path> files = new TreeMap<>();
    takes
        .stems()
        .forEach(
            (role, reel) -> {
              Path file = folder.resolve(role.word() + ending(options.mix()));
              try (AudioSink sink = sink(file, song.facts().seed() + 1 + role.ordinal())) {
                each(reel, (block, at, count) -> sink.write(block, 0, count));
                sink.finish();
              }
              files.put(role, file);
            });
    return files;
  }

  private interface BlockHearer {
    void hear(float[][] block, long at, int count);
  }

  private static void each(Reel reel, BlockHearer hearer) {
    float[][] block = new float[reel.channels()][BLOCK];
    for (long at = 0; at < reel.frames(); at += BLOCK) {
      int count = (int) Math.min(BLOCK, reel.frames() - at);
      reel.read(at, block, count);
      hearer.hear(block, at, count);
    }
  }

  private AudioSink sink(Path file, long seed) {
    Dither dither = Dither.tpdf(seed);
    return switch (ending(file)) {
      case ".wav" -> WavWriter.create(file, rate, 2, SampleFormat.PCM_24, dither);
      case ".flac" -> FlacWriter.create(file, rate, 2, SampleFormat.PCM_24, dither);
      default ->
          throw new EditRefused(
              "The song would be written as %s. Choose a name that ends in .wav or .flac.",
              file.getFileName());
    };
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot);
  }
}
