package loopmind.assistant.notation;

import static loopmind.assistant.notation.ComposeLists.BARS;
import static loopmind.assistant.notation.ComposeLists.GONE;
import static loopmind.assistant.notation.ComposeLists.LINKS;
import static loopmind.assistant.notation.ComposeLists.LITTLE;
import static loopmind.assistant.notation.ComposeLists.NOUNS;
import static loopmind.assistant.notation.ComposeLists.OWN;
import static loopmind.assistant.notation.ComposeLists.SECTION;
import static loopmind.assistant.notation.ComposeLists.TEMPO;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loopmind.assistant.notation.ComposeClause.Argument;

/** Reads the style, the sounds and the moods of a request for a new song off its words. */
final class ComposeWords {

  private static final int LONGEST_STYLE = 4;
  private static final int LONGEST_MOOD = 3;
  private static final Set<String> NAMED_PLAINLY = Set.of("pad", "pads", "percussion");

  private final ComposeMessage message;
  private final ComposeClause clause;
  private final Lexicon lexicon;

  ComposeWords(ComposeMessage message, ComposeClause clause) {
    this.message = message;
    this.clause = clause;
    this.lexicon = message.lexicon();
  }

  void read() {
    style();
    sounds();
    moods();
  }

  /** The longest name of a style that stands free. */
  private void style() {
    Set<String> used = clause.used();
    List<String> best = List.of();
    for (int at = 0; at < message.size(); at++) {
      int size = message.phrase(at, lexicon::isStyle, LONGEST_STYLE);
      List<String> words = message.between(at, at + size);
      boolean free = Collections.disjoint(used, words) && !message.denied(at) && !gone(at);
      if (size > best.size() && free && !sounds(at + size)) {
        best = words;
      }
    }
    if (!best.isEmpty()) {
      clause.add("style", best);
    }
  }

  private boolean sounds(int at) {
    String word = message.word(at);
    return message.isSound(word) && !NOUNS.contains(word);
  }

  /** "Forget the rnb": what was, not what is wanted. */
  private boolean gone(int at) {
    String before = message.word(at - 1);
    return GONE.contains(before) || LITTLE.contains(before) && GONE.contains(message.word(at - 2));
  }

  private void sounds() {
    int at = 0;
    while (at < message.size()) {
      ComposeMessage.Sound sound = message.sound(at, clause.used());
      if (ComposeLists.DRUMLESS.contains(message.word(at)) && !clause.has("nodrums")) {
        clause.add("nodrums", List.of());
      }
      if (sound.size() > 0) {
        heard(at, sound);
      }
      at += Math.max(1, sound.size());
    }
  }

  private void heard(int at, ComposeMessage.Sound sound) {
    List<String> words = message.between(at, at + sound.size());
    if (message.denied(at)) {
      leaveOut(words);
      return;
    }
    boolean plain = OWN.containsKey(String.join(" ", words));
    boolean wanted = !clause.uses(words) && !SECTION.containsKey(words.getFirst());
    if (wanted && (!plain || isAskedFor(at, words.getFirst()))) {
      clause.add(sound.role(), plain ? List.of() : words);
      if (plain) {
        describe(at, clause.arguments().getLast());
      }
    }
    if (!isBeforeSong(at + sound.size())) {
      clause.arguments().stream()
          .filter(a -> a.isLayer() && !Collections.disjoint(a.words(), words))
          .findFirst()
          .ifPresent(layer -> describe(at, layer));
    }
  }

  /**
   * Whether a role by its own name is a wish: with a word that describes it, or as pads are named.
   */
  private boolean isAskedFor(int at, String own) {
    if (ComposeLists.isBeat(own)
        || ComposeLists.KIT_WORDS.contains(message.word(at + 1))
        || isBeforeSong(at + 1)
        || clause.has(OWN.get(own))) {
      return false;
    }
    String word = message.word(at - 1);
    return describes(word) && !message.isSound(word) || NAMED_PLAINLY.contains(own);
  }

  private boolean describes(String word) {
    boolean other =
        LINKS.contains(word) || BARS.contains(word) || NOUNS.contains(word) || TEMPO.contains(word);
    return !word.isEmpty() && !other && !clause.used().contains(word) && !lexicon.isStyle(word);
  }

  /** The word before a sound belongs to its layer. */
  private void describe(int at, Argument layer) {
    String word = message.word(at - 1);
    if (describes(word)) {
      List<String> words = new ArrayList<>(List.of(word));
      words.addAll(layer.words());
      clause.replace(layer, new Argument(layer.name(), words));
    }
  }

  private boolean isBeforeSong(int at) {
    String word = message.word(at);
    return NOUNS.contains(word) || !word.isEmpty() && clause.words("style").contains(word);
  }

  private void leaveOut(List<String> words) {
    Optional<String> role = Optional.ofNullable(OWN.get(String.join(" ", words)));
    Set<String> said = Set.copyOf(words);
    clause.removeIf(
        a ->
            a.isLayer()
                && a.isMadeOf(said)
                && (!a.words().isEmpty() || role.filter(a.name()::equals).isPresent()));
    if (role.isPresent()) {
      String name = "no" + role.get();
      boolean spoken =
          clause.arguments().stream()
              .anyMatch(a -> a.name().equals("no") && a.words().equals(List.of(role.get())));
      if (!clause.has(name) && !spoken) {
        clause.removeIf(a -> a.name().equals("no") && a.words().equals(words));
        clause.add(name, List.of());
      }
      return;
    }
    boolean spoken =
        clause.arguments().stream()
            .anyMatch(a -> a.name().equals("no") && !Collections.disjoint(a.words(), said));
    if (!spoken) {
      clause.add("no", words);
    }
  }

  private void moods() {
    int at = 0;
    while (at < message.size()) {
      int size = message.phrase(at, words -> lexicon.isMood(message.base(words)), LONGEST_MOOD);
      if (size > 0) {
        List<String> typed = message.between(at, at + size);
        List<String> words = size == 1 ? List.of(message.base(typed.getFirst())) : typed;
        boolean weighed =
            message.between(at - 2, at).stream().anyMatch(ComposeLists.WEIGHED::contains);
        boolean free = !clause.uses(words) && !clause.uses(typed);
        if (free && !message.denied(at) && !isDescribing(at + size) && !weighed) {
          clause.add("mood", words);
        }
      }
      at += Math.max(1, size);
    }
  }

  /**
   * Whether the words before this place describe a sound: one follows, and no style or song after
   * it.
   */
  private boolean isDescribing(int at) {
    for (int ahead = at; ahead < at + 2; ahead++) {
      String word = message.word(ahead);
      if (word.isEmpty() || LINKS.contains(word)) {
        return false;
      }
      int size = message.soundAt(ahead);
      if (size > 0 && !ComposeLists.isBeat(word)) {
        return !isBeforeSong(ahead + size);
      }
    }
    return false;
  }

  /**
   * Puts right what the model said: moods that it took for styles or layers are moods, a sound
   * stands in one layer, and nothing is left out where nobody refuses.
   */
  void sort() {
    for (Argument argument : clause.arguments()) {
      String words = String.join(" ", argument.words());
      boolean mood = lexicon.isMood(words) && !lexicon.isStyle(words);
      boolean layer = argument.isLayer() && !isDescribing(message.endOf(argument.words()));
      if (mood && (argument.name().equals("style") || layer)) {
        clause.replace(argument, new Argument("mood", argument.words()));
      }
    }
    clause.removeIf(
        a -> {
          String words = String.join(" ", a.words());
          return a.name().equals("style") && message.isSound(words) && !lexicon.isStyle(words);
        });
    Set<String> spoken = new HashSet<>(clause.words("style"));
    clause.arguments().stream()
        .filter(Argument::isLayer)
        .forEach(a -> a.words().stream().filter(message::isSound).forEach(spoken::add));
    clause.removeIf(a -> a.name().equals("mood") && a.isMadeOf(spoken));
    for (Argument argument : clause.arguments()) {
      if (argument.name().equals("mood")) {
        List<String> words = argument.words().stream().map(message::base).toList();
        clause.replace(argument, new Argument("mood", words));
      }
    }
    layersOnce();
  }

  private void layersOnce() {
    Set<String> named = new HashSet<>();
    for (int i = 0; i < message.size(); i++) {
      Optional.ofNullable(OWN.get(message.tokens().get(i)))
          .filter(message.isHint(i) ? r -> false : r -> true)
          .ifPresent(named::add);
    }
    boolean refusing = message.hasAny(ComposeLists.REFUSING);
    Set<String> heard = new HashSet<>();
    clause.keepIf(
        a -> {
          if (!a.isLayer()) {
            return !a.isLeftOut() || refusing;
          }
          List<String> sounds =
              a.words().stream().filter(w -> message.isSound(w) && !OWN.containsKey(w)).toList();
          boolean again = !sounds.isEmpty() && heard.containsAll(sounds);
          if (again || a.words().isEmpty() && !named.contains(a.name())) {
            return false;
          }
          heard.addAll(sounds);
          return true;
        });
  }
}
