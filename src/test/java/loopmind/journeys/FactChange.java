package loopmind.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What became of a song by one message.
 *
 * @param was its facts before it
 * @param is its facts afterwards
 */
record FactChange(FactSheet was, FactSheet is) {

  /** Each change is asked for, and each that is asked for is there. */
  void check(SongScript.Message message, String said) {
    SortedSet<String> differing = was.differing(is);
    SortedSet<String> unasked = new TreeSet<>(differing);
    for (SongScript.Fact fact : message.changes()) {
      List<String> found = named(differing, fact.name());
      assertThat(found).as("%s%nchanges of %s", said, fact.name()).isNotEmpty();
      for (String name : found) {
        assertThat(fact.holds(was.value(name), is.value(name)))
            .as("%s%n%s is not %s", said, line(name), fact.value())
            .isTrue();
      }
      unasked.removeAll(found);
    }
    message.may().forEach(pattern -> unasked.removeAll(named(differing, pattern)));
    assertThat(unasked.stream().map(this::line)).as("%s%nnot asked for", said).isEmpty();
    afterwards(message, said);
  }

  private void afterwards(SongScript.Message message, String said) {
    for (SongScript.Fact fact : message.has()) {
      List<String> found = named(is.facts().keySet(), fact.name());
      assertThat(found).as("%s%nfacts named %s", said, fact.name()).isNotEmpty();
      for (String name : found) {
        assertThat(SongScript.fits(fact.value(), is.value(name)))
            .as("%s%n%s should be %s", said, line(name), fact.value())
            .isTrue();
      }
    }
    for (String pattern : message.same()) {
      List<String> found = named(was.facts().keySet(), pattern);
      assertThat(found).as("%s%nfacts named %s", said, pattern).isNotEmpty();
      for (String name : found) {
        assertThat(is.value(name)).as("%s%n%s", said, name).isEqualTo(was.value(name));
      }
    }
  }

  private static List<String> named(Iterable<String> names, String pattern) {
    SortedSet<String> found = new TreeSet<>();
    for (String name : names) {
      if (SongScript.fits(pattern, name)) {
        found.add(name);
      }
    }
    return List.copyOf(found);
  }

  private String line(String name) {
    return "%s: %s → %s".formatted(name, was.value(name), is.value(name));
  }
}
