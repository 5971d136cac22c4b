package loopmind.arranger.song;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** The names of versions; whether letters are capitals does not count. Immutable. */
final class VersionNames {

  static final int LONGEST = 60;
  static final VersionNames NONE = new VersionNames(Map.of());

  private final SortedMap<String, Integer> indexes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * @param indexes by name, the version's index
   */
  VersionNames(Map<String, Integer> indexes) {
    indexes.forEach((name, index) -> this.indexes.put(checked(name), index));
  }

  /**
   * @throws IllegalArgumentException where a name is that of a version that does not exist
   */
  void checkBelow(int size) {
    indexes.forEach(
        (name, index) -> {
          if (index < 0 || index >= size) {
            throw new IllegalArgumentException(
                "The name %s is that of version %d of %d.".formatted(name, index, size));
          }
        });
  }

  private static String checked(String name) {
    String plain = name.strip();
    if (plain.isEmpty()) {
      throw new EditRefused(
          "The version would have no name. Give it one, such as \"before the drop\".");
    }
    if (plain.length() > LONGEST) {
      throw new EditRefused(
          "The name of the version would have %d characters. Choose one of up to %d.",
          plain.length(), LONGEST);
    }
    if (plain.chars().anyMatch(Character::isISOControl)) {
      throw new EditRefused("The name of the version would break its line. Choose plain words.");
    }
    if (isNumber(plain)) {
      throw new EditRefused(
          "The version would be named %s, but numbers count the versions. Choose a word.", plain);
    }
    return plain;
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  VersionNames with(String name, int index) {
    Map<String, Integer> more = new TreeMap<>(indexes);
    String plain = checked(name);
    more.keySet().removeIf(plain::equalsIgnoreCase);
    more.put(plain, index);
    return new VersionNames(more);
  }

  OptionalInt numberOf(String name) {
    Integer index = indexes.get(name.strip());
    return index == null ? OptionalInt.empty() : OptionalInt.of(index + 1);
  }

  /**
   * @param size how many versions there are
   * @return the index of the version of that name or number
   * @throws EditRefused where there is none
   */
  int find(String nameOrNumber, int size) {
    String plain = nameOrNumber.strip();
    Integer index = indexes.get(plain);
    if (index != null) {
      return index;
    }
    // more than nine digits are beyond any history, and beyond an int
    if (!plain.isEmpty() && plain.length() <= 9 && isNumber(plain)) {
      int number = Integer.parseInt(plain);
      if (number >= 1 && number <= size) {
        return number - 1;
      }
    }
    throw new EditRefused(
        "There is no version \"%s\". Say a number from 1 to %d%s.", plain, size, alternatives());
  }

  private String alternatives() {
    return indexes.isEmpty() ? "" : ", or one of the names " + String.join(", ", indexes.keySet());
  }

  /** By name, the version's index; here capitals count. */
  SortedMap<String, Integer> indexes() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(indexes)));
  }

  Map<Integer, List<String>> byIndex() {
    Map<Integer, List<String>> all = new HashMap<>();
    indexes.forEach(
        (name, index) -> all.computeIfAbsent(index, none -> new ArrayList<>()).add(name));
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VersionNames names && indexes().equals(names.indexes());
  }

  @Override
  public int hashCode() {
    return indexes.size();
  }
}
