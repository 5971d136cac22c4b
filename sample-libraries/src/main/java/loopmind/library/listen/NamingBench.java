package loopmind.library.listen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import loopmind.arranger.loop.Role;
import loopmind.library.listen.ListenBench.Heeded;
import loopmind.library.listen.ListenBench.Row;

/**
 * Measures what {@link NamingStyle} brings: every file gets a name in a made-up style (a syllable
 * for its instrument, a pack, a number; one in ten with the wrong syllable), thirty files are
 * corrected, and the roles of the others are weighed without and with the style.
 */
final class NamingBench {

  private static final int CORRECTED = 30, FEWEST = 80;
  private static final double SURE = 0.9, CARELESS = 0.1;
  private static final String VOWELS = "aeiou", CONSONANTS = "bdfgklmnprstvz";

  private final List<Heeded> files = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  NamingBench(List<Heeded> all) {
    Random random = new Random(20_261_127);
    files.addAll(all);
    Collections.shuffle(files, random);
    Map<String, String> syllables = new HashMap<>();
    List<String> types = files.stream().map(file -> file.truth().type()).distinct().toList();
    for (String type : types) {
      syllables.put(type, syllable(random) + syllable(random));
    }
    for (Heeded file : files) {
      String type =
          random.nextDouble() < CARELESS
              ? types.get(random.nextInt(types.size()))
              : file.truth().type();
      names.add("%s_%s%02d".formatted(syllables.get(type), syllable(random), random.nextInt(100)));
    }
  }

  private static String syllable(Random random) {
    return ""
        + CONSONANTS.charAt(random.nextInt(CONSONANTS.length()))
        + VOWELS.charAt(random.nextInt(VOWELS.length()));
  }

  /** None where there are too few files. */
  List<Row> rows() {
    if (files.size() < FEWEST) {
      return List.of();
    }
    List<NamingStyle.Known> known = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Heeded file = files.get(i);
      if (i < CORRECTED) {
        known.add(known(i, file.truth().role(), file.truth().type()));
      } else if (file.alone().roleConfidence() >= SURE) {
        known.add(known(i, file.alone().role(), file.alone().instrument()));
      }
    }
    NamingStyle style = NamingStyle.learn(known);
    double before = 0;
    double after = 0;
    for (int i = CORRECTED; i < files.size(); i++) {
      Heeded file = files.get(i);
      before += file.alone().role() == file.truth().role() ? 1 : 0;
      boolean doubtful = file.alone().roleConfidence() < SURE;
      Verdict with =
          doubtful
              ? Weighing.weigh(file.heard(), style.of(names.get(i)), file.seconds())
              : file.alone();
      after += with.role() == file.truth().role() ? 1 : 0;
    }
    double rest = files.size() - CORRECTED;
    return List.of(
        new Row(
            "listen.role.own-names",
            after / rest,
            "accuracy",
            "without-them",
            Optional.of(before / rest),
            before / rest));
  }

  private NamingStyle.Known known(int i, Role role, String instrument) {
    return new NamingStyle.Known(names.get(i), role, instrument, Set.of());
  }
}
