package loopmind.library.listen;

import java.util.ArrayList;
import java.util.List;

/** Tells the role by {@link SoundFeatures}: onsets, level, tones and spectrum as a whole. */
final class RoleAnalyser implements Analyser<RoleFacts> {

  private final ScoreNet net;

  /**
   * @param net scores the roles in their order
   */
  RoleAnalyser(ScoreNet net) {
    this.net = net;
  }

  @Override
  public String name() {
    return "role";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public Class<RoleFacts> factsType() {
    return RoleFacts.class;
  }

  @Override
  public RoleFacts listen(Sound sound, Heard heard) {
    List<Double> probabilities = new ArrayList<>();
    for (double share : ScoreNet.softmax(net.answer(SoundFeatures.of(sound, heard)))) {
      probabilities.add(share);
    }
    return new RoleFacts(probabilities);
  }
}
