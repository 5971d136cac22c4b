package loopmind.library.search;

import java.util.LinkedHashMap;
import java.util.Map;
import loopmind.arranger.loop.Embedding;
import loopmind.library.listen.SoundPlaces;
import loopmind.library.listen.meaning.Meaning;

/** Words by the network of meaning; the last ones are remembered, as they are typed again. */
public final class MeaningWords implements WordPlaces {

  private static final int REMEMBERED = 200;

  private final Meaning meaning;
  private final Map<String, Embedding> last =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Embedding> eldest) {
          return size() > REMEMBERED;
        }
      };

  public MeaningWords(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Embedding of(String words) {
    synchronized (last) {
      Embedding known = last.get(words);
      if (known != null) {
        return known;
      }
    }
    Embedding place = SoundPlaces.ofWords(meaning.ofWords(words));
    synchronized (last) {
      last.put(words, place);
    }
    return place;
  }

  @Override
  public double amongWords(double cosine) {
    return SoundPlaces.amongWords(cosine);
  }
}
