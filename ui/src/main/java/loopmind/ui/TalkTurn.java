package loopmind.ui;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.song.Change;
import loopmind.assistant.chat.Answer;
import loopmind.assistant.chat.Question;

/**
 * One turn of talking to a song: the answer, and how to hear it.
 *
 * @param message what was said
 * @param answer what came of it; empty where it could not be read or something failed
 * @param failure why, one sentence, where there is no answer
 * @param song the song file
 * @param preview of what changed
 * @param unheard why there is no preview of what changed, one sentence
 * @param mix the whole song, where it is as the song is now
 * @param previewMillis time it took to make the preview
 * @param mixMillis time it took to render the mix, where this turn waited for it
 */
public record TalkTurn(
    String message,
    Optional<Answer> answer,
    Optional<String> failure,
    Path song,
    Optional<SongSound.Stretch> preview,
    Optional<String> unheard,
    Optional<Path> mix,
    long previewMillis,
    long mixMillis) {

  static TalkTurn of(String message, Answer answer, Path song) {
    return new TalkTurn(message, Optional.of(answer), Optional.empty(), song);
  }

  /** A turn that needed no understanding and changed nothing. */
  public static TalkTurn said(String message, String text, Path song) {
    return of(message, Answer.done(text), song);
  }

  /** A turn that came to nothing. */
  public static TalkTurn failed(String message, String why, Path song) {
    return new TalkTurn(message, Optional.empty(), Optional.of(why), song);
  }

  private TalkTurn(String message, Optional<Answer> answer, Optional<String> failure, Path song) {
    this(
        message, answer, failure, song, Optional.empty(), Optional.empty(), Optional.empty(), 0, 0);
  }

  TalkTurn heard(SongSound.Stretch stretch, long millis) {
    return new TalkTurn(
        message, answer, failure, song, Optional.of(stretch), unheard, mix, millis, mixMillis);
  }

  TalkTurn unheard(String why) {
    return new TalkTurn(
        message, answer, failure, song, preview, Optional.of(why), mix, previewMillis, mixMillis);
  }

  /** The same turn, after the mix was rendered. */
  public TalkTurn mixed(Path file, long millis) {
    return new TalkTurn(
        message, answer, failure, song, preview, unheard, Optional.of(file), previewMillis, millis);
  }

  /** Why it could not be done; empty where it was, or nothing was asked. */
  public Optional<String> refusal() {
    return failure.or(() -> answer.flatMap(Answer::refusal));
  }

  public Optional<Question> question() {
    return answer.flatMap(Answer::question);
  }

  /** For the person: what was done, why it was not, or a question. */
  public String text() {
    return failure.orElseGet(() -> answer.map(Answer::text).orElse(""));
  }

  /** The object that {@code chat --json} promises. */
  public ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("message", message);
    ArrayNode calls = node.putArray("calls");
    answer.ifPresent(one -> one.calls().forEach(call -> calls.add(call.json())));
    node.put("done", answer.map(Answer::done).orElse(false));
    node.put("text", text());
    ArrayNode changes = node.putArray("changes");
    answer.map(Answer::changes).orElse(List.of()).forEach(one -> add(one, changes.addObject()));
    node.put("refusal", refusal().orElse(null));
    ArrayNode asks = node.putArray("asks");
    question().ifPresent(one -> add(one, asks.addObject()));
    node.put("song", song.toString());
    node.put("preview", preview.map(one -> one.file().toString()).orElse(null));
    node.put("mix", mix.map(Path::toString).orElse(null));
    ObjectNode timings = node.putObject("timings_ms");
    timings.put("interpret", answer.map(one -> one.reading().toMillis()).orElse(0L));
    timings.put("tools", answer.map(one -> one.working().toMillis()).orElse(0L));
    timings.put("preview", previewMillis);
    timings.put("render", mixMillis);
    return node;
  }

  private static void add(Change change, ObjectNode node) {
    node.put("section", change.section());
    node.put("role", change.role());
    node.put("what", change.what());
    node.put("before", change.before());
    node.put("after", change.after());
  }

  private static void add(Question question, ObjectNode node) {
    node.put("question", question.sentence());
    ArrayNode choices = node.putArray("choices");
    question.choices().forEach(choices::add);
  }
}
