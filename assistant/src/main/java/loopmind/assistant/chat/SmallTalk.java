package loopmind.assistant.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.song.Style;
import loopmind.arranger.song.Styles;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Tool;

/**
 * What is said where the language model heard no wish, or one that no tool can do. It chooses a
 * sentence, never a call.
 */
final class SmallTalk {

  private static final Set<String> THANKS =
      Set.of(
          "thanks",
          "thank",
          "thx",
          "ty",
          "cheers",
          "danke",
          "gracias",
          "merci",
          "obrigado",
          "grazie",
          "bedankt");
  private static final Set<String> PRAISE =
      Set.of(
          "nice",
          "love",
          "great",
          "fire",
          "sick",
          "dope",
          "perfect",
          "awesome",
          "cool",
          "amazing",
          "good",
          "banger",
          "beautiful",
          "wow",
          "yes",
          "yeah",
          "brilliant",
          "super");
  private static final Set<String> PARTING =
      Set.of("bye", "goodbye", "later", "cya", "night", "tschüss", "adios", "ciao", "quit", "exit");
  private static final Set<String> GREETING =
      Set.of(
          "hi", "hello", "hey", "yo", "sup", "hiya", "morning", "evening", "hola", "hallo", "salut",
          "bonjour", "moin", "oi", "ola", "buenas", "servus");
  private static final Set<String> ABILITY = Set.of("who", "can", "help", "do", "able", "how");
  private static final Set<String> TEMPO_WORDS = Set.of("tempo", "bpm", "fast", "slow", "speed");

  private SmallTalk() {}

  /** An answer to a message without a wish. */
  static String answer(String message, SongState song) {
    List<String> words = Arrays.asList(message.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+"));
    Optional<String> tempo = usualTempo(message, words);
    if (tempo.isPresent()) {
      return tempo.get();
    }
    if (has(words, THANKS)) {
      return "You're welcome. " + next(song);
    }
    if (message.strip().endsWith("?") && has(words, ABILITY)) {
      return can() + " " + next(song);
    }
    if (has(words, GREETING)) {
      return "Hello. " + next(song);
    }
    if (has(words, PARTING)) {
      return "Until next time; the song is saved.";
    }
    if (has(words, PRAISE)) {
      return "Good to hear. " + next(song);
    }
    return song.isEmpty()
        ? "I hear no wish in that. " + next(song)
        : "I hear no wish in that, so the song is as it was. " + next(song);
  }

  /** An answer to a wish that no tool can do: what can be done instead. */
  static String beyond(SongState song) {
    String instead =
        "Its effects are %s; it writes %s."
            .formatted(
                String.join(", ", Tool.EFFECTS).replace('_', ' '), String.join(", ", Tool.FORMATS));
    return "That is something LoopMind cannot do; nothing was changed. "
        + can()
        + " "
        + (song.isEmpty() ? next(song) : instead);
  }

  private static String can() {
    return "LoopMind writes songs out of your loops and changes them: it swaps, adds and takes out layers and sections,"
        + " sets tempo, key and levels, adds effects and transitions, mixes, and exports.";
  }

  private static String next(SongState song) {
    return song.isEmpty()
        ? "Say what to make, such as \"dark trap at 140, about two minutes\"."
        : "Say what to change, such as \"a darker bass in the hook\", or ask about the song.";
  }

  private static boolean has(List<String> words, Set<String> some) {
    return words.stream().anyMatch(some::contains);
  }

  /** "What tempo is house usually?" is answered from the table of styles. */
  private static Optional<String> usualTempo(String message, List<String> words) {
    if (!has(words, TEMPO_WORDS) || !message.contains("?")) {
      return Optional.empty();
    }
    String padded = " " + String.join(" ", words) + " ";
    return Styles.known().all().stream()
        .filter(style -> padded.contains(" " + style.name() + " "))
        .findFirst()
        .map(SmallTalk::tempo);
  }

  private static String tempo(Style style) {
    return "%s usually runs at %s to %s BPM, most often at %s."
        .formatted(
            style.name().substring(0, 1).toUpperCase(Locale.ROOT) + style.name().substring(1),
            Sayings.plain(style.slowest().value()),
            Sayings.plain(style.fastest().value()),
            Sayings.plain(style.usual().value()));
  }
}
