package loopmind.library.listen;

/** Says what a region holds: music, speech, drums, tones or noise. */
final class ContentAnalyser implements Analyser<ContentFacts> {

  private final ContentWindows windows;

  ContentAnalyser(ContentWindows windows) {
    this.windows = windows;
  }

  @Override
  public String name() {
    return "content";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<ContentFacts> factsType() {
    return ContentFacts.class;
  }

  @Override
  public ContentFacts listen(Sound sound, Heard heard) {
    return windows.whole(ContentWindows.frames(sound));
  }
}
