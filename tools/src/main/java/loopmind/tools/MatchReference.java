package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.choose.LoopFilter;
import loopmind.arranger.choose.Refit;
import loopmind.arranger.plan.FollowedForm;
import loopmind.arranger.plan.PlanRequest;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.MixSettings;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;
import loopmind.arranger.song.Style;
import loopmind.arranger.song.Styles;
import loopmind.arranger.units.Lufs;
import loopmind.library.track.TrackFacts;
import loopmind.library.track.TrackProgress;
import loopmind.library.track.TrackReader;
import loopmind.mixer.audio.AudioUnreadable;
import loopmind.mixer.export.LoopFiles;
import loopmind.mixer.render.RenderProgress;
import org.jspecify.annotations.Nullable;

/** Makes the song follow a finished track: its tempo, key, form, loudness and spectrum. */
public final class MatchReference {

  private final SongDesk desk;
  private final LoopShelf shelf;
  private final LoopFiles files;
  private final RenderProgress progress;
  private final Balancing balancing;

  /**
   * @param shelf where a name is looked for that is no path
   * @param files of the loops on the shelf
   * @param progress may stop it; nothing is then changed
   * @param balancing settles the mix of the song that follows
   */
  public MatchReference(
      SongDesk desk,
      LoopShelf shelf,
      LoopFiles files,
      RenderProgress progress,
      Balancing balancing) {
    this.desk = desk;
    this.shelf = shelf;
    this.files = files;
    this.progress = progress;
    this.balancing = balancing;
  }

  /** Which track. */
  public record Request(
      @Description("path of an audio file, or the name of a sound in the library")
          @Nullable String file) {}

  @Tool(
      name = "match_reference",
      value = "Makes the song follow a track: tempo, key, structure, loudness and spectrum.")
  public ToolAnswer matchReference(@P("which track") Request request) {
    Song before = desk.song();
    if (request.file() == null || request.file().isBlank()) {
      throw new EditRefused(
          "Which track should the song follow? Give the path of an audio file, or the name of a sound in the library.");
    }
    Path file = find(request.file().strip());
    TrackFacts track = read(file, before);
    Following following = new Following(before, track);
    Edited followed = following.song();
    Edited after = new Edited(balancing.balanced(followed.song()), followed.notes());
    desk.apply(any -> after.song());
    String name = String.valueOf(file.getFileName());
    return ToolAnswer.of(
        "Read %s: %s. %s".formatted(name, following.read(), following.changed()), before, after);
  }

  private Path find(String name) {
    Optional<Path> path = path(name);
    if (path.isPresent()) {
      return path.get();
    }
    return LoopFilter.named(shelf.loops(), name)
        .map(files::file)
        .orElseThrow(
            () ->
                new EditRefused(
                    "There is no file and no sound in the library called \"%s\". Give the path of an audio file.",
                    name));
  }

  private static Optional<Path> path(String name) {
    try {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        throw new EditRefused("%s is a folder. Give the path of an audio file.", name);
      }
      return Files.exists(path) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private TrackFacts read(Path file, Song song) {
    try {
      return new TrackReader(song.facts().meter().beats(), song.facts().tempo())
          .read(
              file,
              new TrackProgress() {
                @Override
                public void at(double share) {
                  progress.at("listening", share);
                }

                @Override
                public boolean cancelled() {
                  return progress.cancelled();
                }
              });
    } catch (AudioUnreadable unreadable) {
      throw new EditRefused(
          "The song cannot follow that track: %s Give another one.", unreadable.getMessage());
    }
  }

  /** One song on its way to follow one track. */
  private static final class Following {

    private final Song before;
    private final TrackFacts track;
    private final List<FollowedForm.Part> form;
    private final List<String> changed = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Following(Song before, TrackFacts track) {
      this.before = before;
      this.track = track;
      boolean dance = Styles.known().named(before.facts().style()).map(Style::dance).orElse(false);
      form = track.parts().size() < 2 ? List.of() : ReferenceForm.of(track.parts(), dance);
      int bars = form.stream().mapToInt(part -> part.bars().count()).sum();
      if (bars > PlanRequest.LONGEST_BARS) {
        throw new EditRefused(
            "The song would last %d bars, as the track does. Give a track of at most %d bars.",
            bars, PlanRequest.LONGEST_BARS);
      }
    }

    Edited song() {
      Song song = form(key(tempo(before)));
      song = song.withFacts(song.facts().with(mix(song.facts())));
      return new Edited(song, notes);
    }

    private Song tempo(Song song) {
      if (track.tempo().isEmpty()) {
        notes.add("Nothing beats in it, so the tempo stays.");
        return song;
      }
      if (track.tempo().get().equals(song.facts().tempo())) {
        return song;
      }
      Edited edited = Refit.at(song, track.tempo().get());
      notes.addAll(edited.notes());
      changed.add(
          "%s BPM instead of %s"
              .formatted(
                  Sentences.plain(track.tempo().get().value()),
                  Sentences.plain(song.facts().tempo().value())));
      return edited.song();
    }

    private Song key(Song song) {
      if (track.key().isEmpty()) {
        notes.add("It has no clear key, so the key stays.");
        return song;
      }
      if (track.key().get().equals(song.facts().key())) {
        return song;
      }
      Edited edited = Refit.in(song, track.key().get());
      notes.addAll(edited.notes());
      changed.add("%s instead of %s".formatted(track.key().get(), song.facts().key()));
      return edited.song();
    }

    private Song form(Song song) {
      if (form.isEmpty()) {
        notes.add("It has one part only, so the form of the song stays.");
        return song;
      }
      Song formed = FollowedForm.of(song, form);
      changed.add(
          "%d bars in %d sections instead of %d in %d"
              .formatted(
                  formed.bars().count(),
                  formed.sections().size(),
                  song.bars().count(),
                  song.sections().size()));
      return formed;
    }

    private MixSettings mix(SongFacts facts) {
      double heard = Math.rint(track.loudness().value() * 10) / 10;
      double loudness = Math.clamp(heard, MixSettings.QUIETEST_LUFS, MixSettings.LOUDEST_LUFS);
      if (loudness != heard) {
        notes.add(
            "A master goes from %d to %d LUFS, so its loudness is not quite met."
                .formatted(MixSettings.QUIETEST_LUFS, MixSettings.LOUDEST_LUFS));
      }
      if (loudness != facts.mix().loudness().value()) {
        changed.add(
            "%s LUFS instead of %s"
                .formatted(
                    Sentences.plain(loudness), Sentences.plain(facts.mix().loudness().value())));
      }
      if (facts.mix().mode() == MixMode.RAW) {
        notes.add("A raw mix is left as it is; ask for a polished one to get its spectrum.");
      }
      changed.add("a master with the spectrum of the track");
      return facts.mix().with(new Lufs(loudness)).following(track.spectrum());
    }

    /** What was heard. */
    String read() {
      List<String> facts = new ArrayList<>();
      track
          .tempo()
          .ifPresent(bpm -> facts.add("%s BPM".formatted(Sentences.plain(bpm.value())) + others()));
      track.key().ifPresent(key -> facts.add(key.text()));
      facts.add(Sentences.plain(Math.rint(track.loudness().value() * 10) / 10) + " LUFS");
      if (!form.isEmpty()) {
        facts.add("in bars: " + ReferenceForm.said(form));
      }
      return String.join(", ", facts);
    }

    private String others() {
      List<String> others =
          track.otherTempi().stream().map(bpm -> Sentences.plain(bpm.value())).toList();
      return others.isEmpty() ? "" : " (the same beat as " + String.join(" or ", others) + ")";
    }

    /** What the song has now. */
    String changed() {
      return "The song follows it: %s.".formatted(String.join("; ", changed));
    }
  }
}
