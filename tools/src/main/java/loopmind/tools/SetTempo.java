package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import loopmind.arranger.choose.Refit;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;
import loopmind.arranger.units.Bpm;
import org.jspecify.annotations.Nullable;

/** Changes the tempo of the song; every loop is fitted to it. */
public final class SetTempo {

  private final SongDesk desk;

  public SetTempo(SongDesk desk) {
    this.desk = desk;
  }

  /** One of the two. */
  public record Request(
      @Description("tempo, " + SongFacts.SLOWEST_BPM + " to " + SongFacts.FASTEST_BPM + " BPM")
          @Nullable Double bpm,
      @Description("a change instead: 10 is ten per cent faster, -10 slower")
          @Nullable Double percent) {}

  @Tool(name = "set_tempo", value = "Changes the tempo. Give bpm, or percent for a change.")
  public ToolAnswer setTempo(@P("the tempo") Request request) {
    Song before = desk.song();
    double was = before.facts().tempo().value();
    Bpm tempo = Asked.tempo(wanted(request, was));
    if (Math.abs(tempo.value() - was) < 1e-9) {
      throw new EditRefused(
          "The song runs at %s BPM already. Say another tempo.", Sentences.plain(was));
    }
    Edited after = Refit.at(before, tempo);
    desk.apply(any -> after.song());
    return ToolAnswer.of(
        "The tempo is %s BPM now instead of %s; every loop follows it."
            .formatted(Sentences.plain(tempo.value()), Sentences.plain(was)),
        before,
        after);
  }

  private static double wanted(Request request, double was) {
    if (request.bpm() != null) {
      return request.bpm();
    }
    if (request.percent() == null) {
      throw new EditRefused(
          "How fast should it be? The song runs at %s BPM; say a tempo from %d to %d BPM, or a change such as 10 %% faster.",
          Sentences.plain(was), SongFacts.SLOWEST_BPM, SongFacts.FASTEST_BPM);
    }
    return Math.rint(was * (1 + request.percent() / 100) * 100) / 100;
  }
}
