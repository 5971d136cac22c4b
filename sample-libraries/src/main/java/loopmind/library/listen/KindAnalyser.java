package loopmind.library.listen;

/** Tells loops from single sounds and from effects by {@link SoundFeatures}. */
final class KindAnalyser implements Analyser<KindFacts> {

  private final ScoreNet net;

  /**
   * @param net scores loop, one-shot and effect
   */
  KindAnalyser(ScoreNet net) {
    this.net = net;
  }

  @Override
  public String name() {
    return "kind";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public Class<KindFacts> factsType() {
    return KindFacts.class;
  }

  @Override
  public KindFacts listen(Sound sound, Heard heard) {
    double[] shares = ScoreNet.softmax(net.answer(SoundFeatures.of(sound, heard)));
    return new KindFacts(shares[0], shares[1], shares[2]);
  }
}
