package loopmind.assistant.chat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.calls.Turn;
import loopmind.assistant.notation.MessagePrompt;
import loopmind.assistant.notation.Notation;
import loopmind.assistant.notation.NotationUnreadable;
import loopmind.assistant.notation.Rule;
import loopmind.assistant.notation.Wishes;
import loopmind.assistant.runtime.Completion;
import loopmind.assistant.runtime.Grammar;
import loopmind.assistant.runtime.LanguageModel;
import loopmind.assistant.runtime.LlamaCppModel;
import loopmind.assistant.runtime.ModelInBackground;
import loopmind.assistant.runtime.ModelUnavailable;

/**
 * Asks the model that LoopMind brings, in the notation it was trained on. The model copies and
 * chooses under a grammar made for the message; code fills in, works out and checks. An answer that
 * makes no valid calls is asked for once more under a narrower grammar; after that the message
 * counts as unreadable, and nothing guesses in the model's place.
 */
final class EmbeddedInterpreter implements Interpreter {

  private static final String FILE = "loopmind-assistant.gguf";

  /** A message, two turns and the longest answer fit in this. */
  private static final int CONTEXT_TOKENS = 2_048;

  /** Earlier turns are read as far as they fit in this, the latest first. */
  private static final int HISTORY_CHARACTERS = 1_000;

  /** From so much left unsaid on, a message is read a second time. */
  private static final int DOUBTFUL = 2;

  private final LanguageModel model;
  private final Notation notation;

  EmbeddedInterpreter(LanguageModel model, Notation notation) {
    this.model = model;
    this.notation = notation;
  }

  static EmbeddedInterpreter loading(Path folder, Path natives) {
    Notation notation;
    try {
      notation = Notation.read(folder);
    } catch (IOException e) {
      throw new ModelUnavailable(
          "The assistant's word lists are missing in %s: %s. Install LoopMind again."
              .formatted(folder, e.getMessage()),
          e);
    }
    return new EmbeddedInterpreter(
        new ModelInBackground(() -> checked(folder.resolve(FILE), natives, notation)), notation);
  }

  private static LanguageModel checked(Path gguf, Path natives, Notation notation) {
    LanguageModel model = LlamaCppModel.load(gguf, natives, CONTEXT_TOKENS, 1);
    MessagePrompt sample =
        notation.prompt(
            SongState.EMPTY,
            List.of(),
            "dark trap at 140 in c minor, two minutes, use kit_1.wav, no hats",
            List.of());
    model.check(new Grammar(notation.grammar(sample)));
    model.check(new Grammar(notation.boundedGrammar(sample)));
    return model;
  }

  @Override
  public Reading read(
      SongState song, List<Turn> turns, String message, Collection<String> library) {
    String text = MessageText.readable(message);
    Understood whole =
        understood(song, turns, text, library)
            .map(after -> byItself(song, turns, text, library, after))
            .orElseThrow(
                () ->
                    new MessageUnreadable(
                        "I could not make out what to do from \"%s\"; nothing was changed. Say it in other words, or one"
                            + " wish at a time.",
                        Sayings.shortened(text)));
    return whole.isDoubtful()
        ? apart(song, turns, text, library, whole).reading()
        : whole.reading();
  }

  /**
   * An answer that makes valid calls.
   *
   * @param unsaid how much of the message it leaves out or says twice
   */
  private record Understood(Reading reading, int unsaid) {

    Understood by(Rule rule) {
      Set<Rule> all = EnumSet.of(rule);
      all.addAll(reading.rules());
      return new Understood(reading.with(all), unsaid);
    }

    /** Whether a second pass is worth its time; one new song is one wish, however long. */
    boolean isDoubtful() {
      boolean oneSong = reading.calls().size() == 1 && isNewSong(reading.calls().getFirst());
      return unsaid >= DOUBTFUL && !oneSong;
    }
  }

  private Optional<Understood> understood(
      SongState song, List<Turn> turns, String text, Collection<String> library) {
    MessagePrompt prompt = notation.prompt(song, recent(song, turns), text, library);
    return understood(prompt, notation.grammar(prompt))
        .or(
            () ->
                understood(prompt, notation.boundedGrammar(prompt))
                    .map(again -> again.by(Rule.ASKED_AGAIN)));
  }

  private Optional<Understood> understood(MessagePrompt prompt, String grammar) {
    Completion said =
        model.complete(prompt.prompt(), new Grammar(grammar), Notation.LONGEST_ANSWER_TOKENS);
    if (!said.whole()) {
      return Optional.empty();
    }
    try {
      String completed = prompt.completed(said.text());
      List<ToolCall> calls = prompt.calls(completed);
      boolean valid = calls.stream().allMatch(call -> Tool.fault(call).isEmpty());
      return valid
          ? Optional.of(
              new Understood(
                  Reading.of(calls, Notation.refuses(said.text())).with(prompt.rules()),
                  prompt.unsaid(completed)))
          : Optional.empty();
    } catch (NotationUnreadable unreadable) {
      return Optional.empty();
    }
  }

  /**
   * A message that needs no earlier turn is read by itself as well: where that leaves less unsaid,
   * finds a wish that was not found beside the turns, only lacks words that nobody said this time,
   * or leaves nothing unsaid of a message that leans on nothing before it, it is taken.
   */
  private Understood byItself(
      SongState song, List<Turn> turns, String text, Collection<String> library, Understood after) {
    if (recent(song, turns).isEmpty()) {
      return after;
    }
    return understood(song, List.of(), text, library)
        .filter(
            alone ->
                !alone.reading().calls().isEmpty()
                    && (alone.unsaid() < after.unsaid()
                        || Borrowed.only(after.reading().calls(), alone.reading().calls(), text)
                        || after.reading().calls().isEmpty()
                        || (alone.unsaid() == 0 && !Leaning.leans(text))))
        .map(alone -> alone.by(Rule.BY_ITSELF))
        .orElse(after);
  }

  /**
   * A second pass over a message of which the first left something unsaid: wish by wish, each after
   * those before it. Kept where it leaves less unsaid.
   */
  private Understood apart(
      SongState song, List<Turn> turns, String text, Collection<String> library, Understood whole) {
    List<String> wishes = Wishes.apart(text);
    if (wishes.size() < 2) {
      return whole;
    }
    List<ToolCall> calls = new ArrayList<>();
    List<Turn> before = new ArrayList<>(turns);
    int unsaid = 0;
    Set<Rule> rules = EnumSet.of(Rule.WISH_BY_WISH);
    for (String wish : wishes) {
      Optional<Understood> one = understood(song, before, wish, library);
      if (one.isEmpty()) {
        return whole;
      }
      unsaid += one.get().unsaid();
      rules.addAll(one.get().reading().rules());
      calls.addAll(one.get().reading().calls());
      before.add(new Turn(wish, one.get().reading().calls()));
    }
    return calls.isEmpty() || unsaid > whole.unsaid() - DOUBTFUL
        ? whole
        : new Understood(Reading.of(calls, false).with(rules), unsaid);
  }

  /**
   * The turns that a message may speak of. The wish that a song was made of is not among them once
   * the song is there: the song's line says what became of it, and a model that reads the wish
   * again makes another song.
   */
  private static List<Turn> recent(SongState song, List<Turn> all) {
    List<Turn> turns =
        song.isEmpty()
            ? all
            : all.stream()
                .filter(turn -> turn.calls().stream().noneMatch(EmbeddedInterpreter::isNewSong))
                .toList();
    Deque<Turn> recent = new ArrayDeque<>();
    int characters = 0;
    for (Turn turn : turns.reversed()) {
      characters += turn.user().length();
      if (characters > HISTORY_CHARACTERS) {
        break;
      }
      recent.addFirst(turn);
    }
    return List.copyOf(recent);
  }

  private static boolean isNewSong(ToolCall call) {
    return call.tool().equals(Tool.COMPOSE_SONG.word());
  }

  @Override
  public void ready() {
    model.check(Grammar.ONE_WORD);
  }

  @Override
  public void close() {
    model.close();
  }
}
