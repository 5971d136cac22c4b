package loopmind.assistant.chat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.calls.Turn;
import loopmind.assistant.intent.Intent;
import loopmind.assistant.intent.IntentClassifier;
import loopmind.assistant.intent.IntentInBackground;
import loopmind.assistant.notation.MessagePrompt;
import loopmind.assistant.notation.Notation;
import loopmind.assistant.notation.NotationUnreadable;
import loopmind.assistant.notation.Rule;
import loopmind.assistant.runtime.Completion;
import loopmind.assistant.runtime.Grammar;
import loopmind.assistant.runtime.LanguageModel;
import loopmind.assistant.runtime.LlamaCppModel;
import loopmind.assistant.runtime.ModelInBackground;
import loopmind.assistant.runtime.ModelUnavailable;

/**
 * Asks the model that LoopMind brings, in the notation it was trained on. The model copies and
 * chooses under a grammar made for the message; code fills in, works out and checks. Which tool an
 * answer begins with is the word of two networks: the language model and {@link Intent}. An answer
 * that makes no valid calls is asked for once more under a narrower grammar; after that the message
 * counts as unreadable, and nothing guesses in the model's place.
 */
final class EmbeddedInterpreter implements Interpreter {

  private static final String FILE = "loopmind-assistant.gguf";

  /** A message, two turns and the longest answer fit in this. */
  private static final int CONTEXT_TOKENS = 2_048;

  /** Earlier turns are read as far as they fit in this, the latest first. */
  private static final int HISTORY_CHARACTERS = 1_000;

  private final LanguageModel model;
  private final Intent intent;
  private final Notation notation;

  EmbeddedInterpreter(LanguageModel model, Intent intent, Notation notation) {
    this.model = model;
    this.intent = intent;
    this.notation = notation;
  }

  static EmbeddedInterpreter loading(Path models, Path natives) {
    Path folder = models.resolve("assistant");
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
        new ModelInBackground(() -> checked(folder.resolve(FILE), natives, notation)),
        new IntentInBackground(() -> IntentClassifier.load(models.resolve("intent"))),
        notation);
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
    return understood(song, turns, text, library)
        .orElseThrow(
            () ->
                new MessageUnreadable(
                    "I could not make out what to do from \"%s\"; nothing was changed. Say it in other words, or one"
                        + " wish at a time.",
                    Sayings.shortened(text)));
  }

  private Optional<Reading> understood(
      SongState song, List<Turn> turns, String text, Collection<String> library) {
    List<Turn> recent = recent(turns);
    MessagePrompt prompt = notation.prompt(song, recent, text, library);
    Map<String, Float> words = intent.words(!song.sections().isEmpty(), recent, text);
    return understood(prompt, notation.grammar(prompt), words)
        .or(
            () ->
                understood(prompt, notation.boundedGrammar(prompt), words)
                    .map(reading -> by(Rule.ASKED_AGAIN, reading)));
  }

  private static Reading by(Rule rule, Reading reading) {
    Set<Rule> rules = EnumSet.of(rule);
    rules.addAll(reading.rules());
    return reading.with(rules);
  }

  /**
   * An answer that makes valid calls; nothing for any other. Where both networks together see
   * another first tool than the language model by itself, it answers once more, beginning with
   * that.
   */
  private Optional<Reading> understood(
      MessagePrompt prompt, String grammar, Map<String, Float> words) {
    Completion own = answer(prompt, grammar);
    String word = model.choose(prompt.prompt(), words);
    if (word.equals(Notation.firstWord(own.text()))) {
      return reading(prompt, own);
    }
    return reading(prompt, answer(prompt, Notation.beginning(grammar, word)))
        .map(reading -> by(Rule.INTENT, reading))
        .or(() -> reading(prompt, own));
  }

  private Completion answer(MessagePrompt prompt, String grammar) {
    return model.complete(prompt.prompt(), new Grammar(grammar), Notation.LONGEST_ANSWER_TOKENS);
  }

  private static Optional<Reading> reading(MessagePrompt prompt, Completion said) {
    if (!said.whole()) {
      return Optional.empty();
    }
    try {
      List<ToolCall> calls = prompt.pointed(prompt.calls(said.text()));
      boolean valid = calls.stream().allMatch(call -> Tool.fault(call).isEmpty());
      return valid
          ? Optional.of(Reading.of(calls, Notation.refuses(said.text())).with(prompt.rules()))
          : Optional.empty();
    } catch (NotationUnreadable unreadable) {
      return Optional.empty();
    }
  }

  /** The latest turns that fit in what is read of them. */
  private static List<Turn> recent(List<Turn> turns) {
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

  @Override
  public void ready() {
    model.check(Grammar.ONE_WORD);
    intent.words(false, List.of(), "ready");
  }

  @Override
  public void close() {
    model.close();
    intent.close();
  }
}
