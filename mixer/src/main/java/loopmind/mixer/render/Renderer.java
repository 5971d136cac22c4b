package loopmind.mixer.render;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.Frames;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.master.MasterRecipe;
import loopmind.mixer.measure.Hands;

/**
 * A song into sound. Each section is played by itself and added to the song where it lies; what was
 * played before is kept, so that after an edit only the sections that changed are played again. One
 * thread or many give the same samples.
 */
public final class Renderer {

  /** The end of the song fades over half a bar, so that what rings on makes no click. */
  private static final double LAST_FADE_BARS = 0.5;

  /** The first section has no section before it in which its loops could fade in. */
  private static final double FIRST_FADE_S = 0.0005;

  private final SampleRate rate = SampleRate.STUDIO;
  private final Stage stage;
  private volatile Optional<Heard> heard = Optional.empty();

  /**
   * What was mastered last.
   *
   * @param keys of its segments
   */
  private record Heard(MasterRecipe recipe, Set<String> keys) {}

  /** A renderer that keeps what it played in memory alone. */
  public Renderer(LoopAudio audio) {
    stage = new Stage(audio, rate, Optional.empty());
  }

  /** A renderer that keeps what it played in files too, for the next one. */
  public Renderer(LoopAudio audio, SoundCache cache) {
    stage = new Stage(audio, rate, Optional.of(cache));
  }

  /**
   * Renders, mixes, masters, checks, and writes the files.
   *
   * @throws CancellationException where {@code progress} asks for an end; nothing is then written
   * @throws loopmind.mixer.audio.AudioUnreadable where a loop's file is gone
   */
  public Rendering render(Song song, RenderOptions options, RenderProgress progress) {
    long begun = System.nanoTime();
    try (Takes takes = play(song, options, progress)) {
      long played = System.nanoTime();
      Finish finish = new Finish(song, options, takes, progress);
      Rendering made = finish.write((played - begun) / 1_000_000, System::nanoTime);
      heard = Optional.of(new Heard(finish.recipe(), SongPlanner.plan(song, rate).keys()));
      return made;
    }
  }

  /**
   * Makes an edit heard at once: plays the sections that changed, and writes the stretch around the
   * first of them as it will sound in the finished song, by what the last master of this renderer
   * found; the stretch is mastered by itself where there was none for these settings. A {@link
   * #render} afterwards plays only what this left.
   *
   * @param before the song as it was heard last
   * @param file WAV or FLAC
   * @param threads how many, 1 or more; changes no sample
   */
  public Preview preview(Song song, Song before, Path file, int threads, RenderProgress progress) {
    long begun = System.nanoTime();
    SongPlan plan = SongPlanner.plan(song, rate);
    SongPlan old = SongPlanner.plan(before, rate);
    Edits edits = new Edits(plan, old);
    // a master of another song says nothing about this one
    Optional<MasterRecipe> recipe =
        heard.filter(h -> !Collections.disjoint(h.keys(), old.keys())).map(Heard::recipe);
    Edits.Stretch stretch = edits.stretch();
    RenderOptions options =
        new RenderOptions(file, Optional.empty(), 0, RenderOptions.END, threads);
    try (Takes takes = play(song, plan, options, stretch.start(), stretch.end(), progress)) {
      new Finish(song, options, takes, progress).preview(recipe);
    }
    return new Preview(
        file,
        rate.lengthOf(new Frames(stretch.start())),
        rate.lengthOf(new Frames(stretch.end())),
        edits.changed(),
        (System.nanoTime() - begun) / 1_000_000);
  }

  /**
   * The sections of a song whose own sound differs from what they add to an earlier version of it,
   * in play order: those that a render after it plays anew. A section that only lies elsewhere is
   * not among them.
   */
  public Set<SectionId> changed(Song song, Song before) {
    return new Edits(SongPlanner.plan(song, rate), SongPlanner.plan(before, rate)).changed();
  }

  /**
   * Plays every section, whether or not it is kept, and hashes its samples before the master.
   *
   * @return by section, in play order
   */
  public Map<SectionId, Fingerprint> fingerprints(Song song, int threads) {
    SongPlan plan = SongPlanner.plan(song, rate);
    Map<SectionId, Fingerprint> all = new LinkedHashMap<>();
    try (Crew crew = new Crew(threads)) {
      crew.inOrder(
          plan.places(),
          place -> Map.entry(place.section(), fingerprint(song, place.segment())),
          made -> all.put(made.getKey(), made.getValue()));
    }
    return all;
  }

  private Fingerprint fingerprint(Song song, Segment segment) {
    SampleHash mix = new SampleHash();
    SortedMap<Role, SampleHash> stems = new TreeMap<>();
    segment.roles().forEach(role -> stems.put(role, new SampleHash()));
    stage.play(
        song,
        segment,
        Hands.ONE,
        RenderProgress.NONE,
        (at, sounds, sum, count) -> {
          mix.add(sum, count);
          stems.forEach((role, hash) -> hash.add(Objects.requireNonNull(sounds.get(role)), count));
        });
    SortedMap<Role, String> texts = new TreeMap<>();
    stems.forEach((role, hash) -> texts.put(role, hash.text()));
    return new Fingerprint(mix.text(), texts);
  }

  /** The mix and, where asked for, its stems, before the master. */
  Takes play(Song song, RenderOptions options, RenderProgress progress) {
    SongPlan plan = SongPlanner.plan(song, rate);
    long start = plan.frameOfBar(options.fromBar());
    long end = plan.frameOfBar(options.toBar());
    return play(song, plan, options, start, end, progress);
  }

  private Takes play(
      Song song,
      SongPlan plan,
      RenderOptions options,
      long start,
      long end,
      RenderProgress progress) {
    List<SongPlan.Place> places = plan.between(start, end);
    Set<Role> roles = new TreeSet<>();
    places.forEach(place -> roles.addAll(place.segment().roles()));
    Takes takes = new Takes(rate, start, end, roles, options.stems().isPresent());
    try (Crew crew = new Crew(options.threads())) {
      if (options.stems().isPresent()) {
        playStems(song, places, takes, crew, progress);
      } else {
        playSums(song, places, takes, crew, progress);
      }
    } catch (RuntimeException stopped) {
      takes.close();
      throw stopped;
    }
    double bar = 60.0 * plan.map().beatsPerBar() / plan.map().tempo().value() * rate.hz();
    takes.fadeEdges(
        plan.frames(), Math.round(FIRST_FADE_S * rate.hz()), Math.round(LAST_FADE_BARS * bar));
    return takes;
  }

  private void playSums(
      Song song, List<SongPlan.Place> places, Takes takes, Crew crew, RenderProgress progress) {
    List<Segment> missing =
        places.stream().map(SongPlan.Place::segment).filter(s -> !stage.has(s)).toList();
    stage.fit(song, missing, crew, progress);
    double[] done = {0};
    // one segment is played by all threads, several by one thread each
    if (missing.size() == 1) {
      stage.sum(song, missing.getFirst(), crew, progress);
    }
    crew.inOrder(
        places,
        place -> {
          Stage.checkCancelled(progress);
          return new Played(place, stage.sum(song, place.segment(), Hands.ONE, progress));
        },
        played -> {
          takes.add(played.place().from(), played.sum().channels(), played.sum().frames());
          progress.at("rendering", ++done[0] / places.size());
        });
  }

  private record Played(SongPlan.Place place, AudioBuffer sum) {}

  /** Stems are written while they are played: all of them at once would not fit into memory. */
  private void playStems(
      Song song, List<SongPlan.Place> places, Takes takes, Crew crew, RenderProgress progress) {
    stage.fit(song, places.stream().map(SongPlan.Place::segment).toList(), crew, progress);
    double done = 0;
    for (SongPlan.Place place : places) {
      stage.play(
          song,
          place.segment(),
          crew,
          progress,
          (at, stems, sum, count) -> {
            stems.forEach((role, stem) -> takes.add(role, place.from() + at, stem, count));
            takes.add(place.from() + at, sum, count);
          });
      progress.at("rendering", ++done / places.size());
    }
  }
}
