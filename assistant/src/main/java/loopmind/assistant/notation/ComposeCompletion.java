package loopmind.assistant.notation;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import loopmind.assistant.notation.ComposeClause.Argument;

/**
 * What code adds to and mends in the answer to a request for a new song. The message is read once
 * more by the word lists, and those findings come first; what the model said is kept where its
 * place and its words are still free. {@code NOTATION.md} beside the model says every step under
 * "Completion".
 */
final class ComposeCompletion {

  private static final Set<String> LIBRARY = Set.of("folder", "anchor", "only");
  private static final int FEWEST_SECTIONS = 2;

  private final ComposeMessage message;
  private final ComposeClause found = new ComposeClause(ComposeClause.HEAD);

  private ComposeCompletion(ComposeMessage message) {
    this.message = message;
  }

  /** The notation completed; one that is no single request for a new song as it is. */
  static String completed(String notation, MessagePrompt prompt, Lexicon lexicon) {
    if (!notation.startsWith(ComposeClause.HEAD) || notation.contains(";")) {
      return notation;
    }
    ComposeMessage message = new ComposeMessage(prompt.message(), prompt.slots(), lexicon);
    ComposeClause said = new ComposeClause(notation);
    said.once();
    Set<String> tokens = new HashSet<>(message.tokens());
    Set<String> sayable = new HashSet<>(tokens);
    sayable.addAll(Words.KINDS);
    if (prompt.hasHistory() && !sayable.containsAll(said.used())) {
      return said.written();
    }
    said.keepIf(a -> a.name().equals("plan") || a.isMadeOf(tokens));
    return new ComposeCompletion(message).with(said);
  }

  private String with(ComposeClause said) {
    Set<String> placed = new HashSet<>();
    said.arguments().stream()
        .filter(a -> LIBRARY.contains(a.name()))
        .forEach(a -> placed.addAll(a.words()));
    new ComposeFacts(message, found).read(placed);
    new ComposeWords(message, found).read();
    found.once();
    new ComposeWords(message, said).sort();
    said.arguments().stream().filter(this::isOpenTo).forEach(a -> found.add(a.name(), a.words()));
    found.once();
    return found.written();
  }

  private boolean isOpenTo(Argument argument) {
    String name = argument.name();
    List<String> words = argument.words();
    boolean free = Collections.disjoint(found.used(), words);
    if (ComposeClause.SLOTTED.contains(name) || name.equals("style")) {
      return free && !found.has(name);
    }
    if (name.equals("plan")) {
      return !found.has(name) && sectionsSaid() >= FEWEST_SECTIONS;
    }
    if (LIBRARY.contains(name)) {
      boolean placed = found.has("folder") || found.has("anchor");
      return free && !placed && (name.equals("only") || !found.has("only"));
    }
    if (argument.isLayer() && words.isEmpty()) {
      return !found.has(name) && !found.has("no" + name);
    }
    return free && !(argument.isLeftOut() && words.isEmpty() && found.has(name));
  }

  private long sectionsSaid() {
    return message.tokens().stream()
        .filter(
            t ->
                ComposeLists.SECTION.containsKey(t)
                    || ComposeLists.SECTION.containsKey(t.replaceAll("s+$", "")))
        .count();
  }
}
