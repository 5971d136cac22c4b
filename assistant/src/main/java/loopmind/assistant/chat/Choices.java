package loopmind.assistant.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionKind;
import loopmind.assistant.calls.SongState;

/** What can be answered to a question about a song. */
final class Choices {

  private final SongState song;
  private final List<SectionName> names;

  Choices(SongState song) {
    this.song = song;
    names = SectionName.all(song);
  }

  /** The words of a closed list, spoken. */
  static List<Choice> words(String argument, List<String> words) {
    return words.stream().map(word -> Choice.of(word.replace('_', ' '), argument, word)).toList();
  }

  static List<Choice> everyRole() {
    return words("role", List.of(Role.values()).stream().map(Role::word).toList());
  }

  static List<Choice> everyKind() {
    return words("kind", List.of(SectionKind.values()).stream().map(SectionKind::word).toList());
  }

  /** The roles that sound in a passage, in the order of the contract. */
  List<Choice> roles(JsonNode section) {
    Set<Role> roles = new LinkedHashSet<>();
    for (Role role : Role.values()) {
      if (sections(section).stream().anyMatch(one -> plays(one, role))) {
        roles.add(role);
      }
    }
    return words("role", roles.stream().map(Role::word).toList());
  }

  private static boolean plays(SongState.Section section, Role role) {
    return section.layers().stream().anyMatch(layer -> layer.role() == role);
  }

  /** Sections by their names, each put into the argument as {@code placed} says. */
  List<Choice> sections(String argument, Predicate<SectionName> which) {
    return names.stream()
        .filter(which)
        .map(name -> choice(name.word(), argument, name.reference()))
        .toList();
  }

  /** The sections of one kind, told by their bars, at one end of a stretch. */
  List<Choice> ends(String side, SectionKind kind) {
    return names.stream()
        .filter(name -> name.kind() == kind)
        .map(
            name ->
                choice(
                    "the %s at bar %d".formatted(kind.word(), name.bar()),
                    "section",
                    JsonNodeFactory.instance.objectNode().set(side, name.reference())))
        .toList();
  }

  private static Choice choice(String label, String argument, JsonNode value) {
    ObjectNode args = JsonNodeFactory.instance.objectNode();
    args.set(argument, value);
    return new Choice(label, args);
  }

  /** The loops of a role in a passage, where two of them sound at once; else none. */
  List<String> rivals(Role role, JsonNode section) {
    Set<String> loops = new LinkedHashSet<>();
    boolean together = false;
    for (SongState.Section one : sections(section)) {
      Set<String> here = new LinkedHashSet<>();
      one.layers().stream()
          .filter(layer -> layer.role() == role)
          .forEach(layer -> here.add(layer.loop()));
      together |= here.size() > 1;
      loops.addAll(here);
    }
    return together ? List.copyOf(loops) : List.of();
  }

  /** How many bars a passage has, where it is one section. */
  Optional<Integer> barsOf(JsonNode section) {
    List<SongState.Section> found = sections(section);
    return found.size() == 1 ? Optional.of(found.getFirst().bars()) : Optional.empty();
  }

  /** The sections of a reference or a stretch; all of them where it is missing. */
  private List<SongState.Section> sections(JsonNode section) {
    if (section.has("kind")) {
      return positions(section).stream().map(song.sections()::get).toList();
    }
    int from = section.has("from") ? first(section.get("from")) : 0;
    int to = section.has("to") ? last(section.get("to")) : song.sections().size() - 1;
    return from < 0 || to < from ? List.of() : song.sections().subList(from, to + 1);
  }

  private int first(JsonNode reference) {
    List<Integer> found = positions(reference);
    return found.isEmpty() ? -1 : found.getFirst();
  }

  private int last(JsonNode reference) {
    List<Integer> found = positions(reference);
    return found.isEmpty() ? -1 : found.getLast();
  }

  private List<Integer> positions(JsonNode reference) {
    Optional<SectionKind> kind = SectionKind.named(reference.path("kind").asText());
    if (kind.isEmpty()) {
      List<Integer> whole = new ArrayList<>();
      for (int i = 0; i < song.sections().size(); i++) {
        whole.add(i);
      }
      return whole;
    }
    List<Integer> alike = song.positionsOf(kind.get());
    int n = reference.path("n").asInt(0);
    int at = n > 0 ? n - 1 : alike.size() + n;
    if (n == 0) {
      return alike;
    }
    return at >= 0 && at < alike.size() ? List.of(alike.get(at)) : List.of();
  }
}
