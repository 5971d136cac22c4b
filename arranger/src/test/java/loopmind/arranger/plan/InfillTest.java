package loopmind.arranger.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import loopmind.arranger.song.SectionKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InfillTest {

  private static final Planner PLANNER = new Planner(TrainedPlanner.FOLDER);

  @AfterAll
  static void close() {
    PLANNER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "trap, intro verse hook verse hook outro, BRIDGE, 3 4 5",
    "trap, intro verse hook verse hook outro, PRECHORUS, 2 4",
    "trap, intro verse hook verse hook outro, INTRO, 0",
    "trap, intro verse hook verse hook, OUTRO, 5",
    "house, intro verse build drop breakdown build drop outro, BUILD, 2 3 4 5 6",
    "lofi, intro verse hook verse hook outro, SOLO, 1 2 3 4 5",
  })
  void aSectionGoesWhereTheFormLetsItStand(
      String style, String form, SectionKind kind, String places) {
    Infill.Spot spot = spot(style, form, kind, 0, OptionalInt.empty());
    assertThat(places.split(" ")).contains(Integer.toString(spot.at()));
    assertThat(spot.bars() % 4).isZero();
  }

  @Test
  void whatStandsBehindThePlaceCounts() {
    // a hook after the last verse is what the end of this song lacks
    Infill.Spot spot =
        spot("trap", "intro verse hook verse outro", SectionKind.HOOK, 0, OptionalInt.empty());
    assertThat(spot.at()).isEqualTo(4);
  }

  @Test
  void placeAndLengthThatWereAskedAreKept() {
    Infill.Spot spot =
        spot("trap", "intro verse hook outro", SectionKind.BRIDGE, 6, OptionalInt.of(1));
    assertThat(spot.at()).isEqualTo(1);
    assertThat(spot.bars()).isEqualTo(6);
  }

  @Test
  void aKindThatComesAgainIsMostlyAsLongAsBefore() {
    Infill.Spot spot =
        spot("trap", "intro verse hook verse outro", SectionKind.HOOK, 0, OptionalInt.of(4));
    assertThat(spot.bars()).isEqualTo(8);
  }

  private static Infill.Spot spot(
      String style, String form, SectionKind kind, int bars, OptionalInt place) {
    List<Form.Part> parts = new ArrayList<>();
    for (String word : form.split(" ")) {
      parts.add(
          new Form.Part(SectionKind.named(word).orElseThrow(), word.equals("verse") ? 16 : 8));
    }
    PlanRequest request = PlanRequest.of(TrainedPlanner.style(style), TrainedPlanner.ALL_ROLES, 1);
    return PLANNER.spot(request, new Form(parts, 0), kind, bars, place);
  }
}
