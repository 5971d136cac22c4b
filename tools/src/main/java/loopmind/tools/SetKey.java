package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.Map;
import java.util.stream.Collectors;
import loopmind.arranger.choose.Refit;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.Song;
import org.jspecify.annotations.Nullable;

/** Changes the key of the song; every loop that carries pitches is moved to it. */
public final class SetKey {

  /** The largest interval by which a song is moved, in semitones. */
  public static final int MOST_SEMITONES = 12;

  private final SongDesk desk;

  public SetKey(SongDesk desk) {
    this.desk = desk;
  }

  /** One of the two. */
  public record Request(
      @Description("key, such as C minor or F# major; a bare note is major") @Nullable String key,
      @Description("a change instead, -" + MOST_SEMITONES + " to " + MOST_SEMITONES + " semitones")
          @Nullable Integer semitones) {}

  @Tool(name = "set_key", value = "Changes the key. Give key, or semitones for a change.")
  public ToolAnswer setKey(@P("the key") Request request) {
    Song before = desk.song();
    Edited after = edited(before, request);
    desk.apply(any -> after.song());
    Map<String, Integer> shifts = Refit.shifts(after.song());
    String moved =
        shifts.entrySet().stream()
            .map(one -> "%s %+d".formatted(one.getKey(), one.getValue()))
            .collect(Collectors.joining(", "));
    return ToolAnswer.of(
        "The key is %s now instead of %s. %s"
            .formatted(
                after.song().facts().key(),
                before.facts().key(),
                shifts.isEmpty()
                    ? "Every loop plays as recorded."
                    : "Semitones from as recorded: %s.".formatted(moved)),
        before,
        after);
  }

  private static Edited edited(Song song, Request request) {
    MusicalKey was = song.facts().key();
    if (request.key() != null && !request.key().isBlank()) {
      MusicalKey key = Asked.key(request.key());
      if (key.equals(was)) {
        throw new EditRefused("The song is in %s already. Say another key.", was);
      }
      return Refit.in(song, key);
    }
    Integer semitones = request.semitones();
    if (semitones == null) {
      throw new EditRefused(
          "Which key should it be in? The song is in %s; say a key such as F# minor, or a number of semitones.",
          was);
    }
    if (Math.abs(semitones) > MOST_SEMITONES || semitones == 0) {
      throw new EditRefused(
          "The song would move by %d semitones. Choose -%d to %d, and not 0.",
          semitones, MOST_SEMITONES, MOST_SEMITONES);
    }
    return Refit.by(song, semitones);
  }
}
