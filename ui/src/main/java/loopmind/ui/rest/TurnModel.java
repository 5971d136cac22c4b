package loopmind.ui.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.song.Change;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.chat.Answer;
import loopmind.assistant.chat.Question;
import loopmind.ui.OpenSong;
import loopmind.ui.TalkTurn;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of a message or of calls.
 *
 * @param message as typed
 * @param calls what was understood, in order
 * @param done whether all of it was done
 * @param text for the person: what was done, why it was not, or a question
 * @param changes what is other than before
 * @param refusal why it could not be done; empty where it was, or nothing was asked
 * @param choices answers to a question that was asked back
 * @param previewUrl of what changed, as sound; empty where there is none
 * @param song as it is now
 */
public record TurnModel(
    String message,
    List<CallModel> calls,
    boolean done,
    String text,
    List<ChangeModel> changes,
    String refusal,
    List<String> choices,
    String previewUrl,
    SongModel song) {

  /**
   * @param tool name of the tool
   * @param args its arguments
   */
  public record CallModel(String tool, Map<String, Object> args) {}

  /**
   * @param section id of the section; empty for the whole song
   * @param role of the layer; empty for all
   * @param what was changed
   * @param before the change
   * @param after the change
   */
  public record ChangeModel(
      String section, String role, String what, String before, String after) {}

  public static TurnModel of(OpenSong song, TalkTurn turn) {
    return new TurnModel(
        turn.message(),
        turn.answer().map(Answer::calls).orElse(List.of()).stream().map(TurnModel::call).toList(),
        turn.answer().map(Answer::done).orElse(false),
        turn.text(),
        turn.answer().map(Answer::changes).orElse(List.of()).stream()
            .map(TurnModel::change)
            .toList(),
        turn.refusal().orElse(""),
        turn.question().map(Question::choices).orElse(List.of()),
        turn.preview()
            .map(made -> "/api/v1/songs/%s/audio/preview?v=%d".formatted(song.id(), song.version()))
            .orElse(""),
        SongModel.of(song.id(), song.version(), song.song()));
  }

  private static CallModel call(ToolCall call) {
    return new CallModel(call.tool(), plain(call.args().toString()));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> plain(String json) {
    return JsonMapper.shared().readValue(json, Map.class);
  }

  private static ChangeModel change(Change change) {
    return new ChangeModel(
        change.section(), change.role(), change.what(), change.before(), change.after());
  }

  /** What was said last, where anything was. */
  static Optional<TurnModel> last(OpenSong song) {
    return song.last().map(turn -> of(song, turn));
  }
}
