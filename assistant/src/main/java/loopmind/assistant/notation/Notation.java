package loopmind.assistant.notation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Turn;

/** The prompt and notation of the embedded model, with the word lists and grammar beside it. */
public final class Notation {

  /** The longest answer, in tokens, that the model was trained to give. */
  public static final int LONGEST_ANSWER_TOKENS = 160;

  private static final Pattern FIRST_WORD = Pattern.compile(" ([a-z]+)");

  private final Lexicon lexicon;
  private final NotationGrammar grammar;

  private Notation(Lexicon lexicon, NotationGrammar grammar) {
    this.lexicon = lexicon;
    this.grammar = grammar;
  }

  /**
   * @param folder of the model: {@code lexicon.json}, {@code words.txt}, {@code calls.gbnf}
   */
  public static Notation read(Path folder) throws IOException {
    return new Notation(
        Lexicon.read(folder), new NotationGrammar(Files.readString(folder.resolve("calls.gbnf"))));
  }

  /**
   * A message as the model reads it.
   *
   * @param turns earlier turns, the latest last
   * @param library names of loops and folders that may be meant, beside those of the song
   */
  public MessagePrompt prompt(
      SongState song, List<Turn> turns, String message, Collection<String> library) {
    return new MessagePrompt(song, turns, message, library, lexicon);
  }

  /** What the model may write for this message: only its words, its slots. */
  public String grammar(MessagePrompt prompt) {
    return grammar.narrowed(prompt);
  }

  /** The same, with an end to everything that could be repeated. */
  public String boundedGrammar(MessagePrompt prompt) {
    return grammar.bounded(prompt);
  }

  /**
   * The same grammar for those answers alone that begin with this word.
   *
   * @param grammar of a message
   * @param word such as {@code swap} or {@code none}
   */
  public static String beginning(String grammar, String word) {
    return NotationGrammar.beginning(grammar, word);
  }

  /** The word that an answer begins with; empty where it is empty. */
  public static String firstWord(String notation) {
    Matcher word = FIRST_WORD.matcher(notation);
    return word.lookingAt() ? word.group(1) : "";
  }

  /** Whether the model says that no tool can do what is asked. */
  public static boolean refuses(String notation) {
    return notation.strip().equals("cannot");
  }
}
