package loopmind.library.search;

import loopmind.arranger.loop.Embedding;

/** Says where words lie in the space in which sounds have their embeddings. */
public interface WordPlaces {

  /** Knows no words: sounds are then found by what they are called and tagged. */
  WordPlaces NONE = words -> Embedding.NONE;

  /** Of unit length; empty where it knows no words. */
  Embedding of(String words);

  /** The cosine of sounds and words as if nothing but words made the space. */
  default double amongWords(double cosine) {
    return cosine;
  }
}
