package loopmind.library.listen.meaning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loopmind.arranger.choose.SentenceEncoder;
import loopmind.library.listen.network.OnnxNetwork;
import loopmind.library.listen.network.OnnxNetwork.Input;

/**
 * Puts sounds, and what people say of sounds, into one space: the place of "dusty rhodes chords" is
 * near the sounds that are. Words go through the sentence encoder first. Safe to share between
 * threads. Close it when done.
 */
public final class Meaning implements AutoCloseable {

  private final MeaningManifest manifest;
  private final SentenceEncoder encoder;
  private final OnnxNetwork sounds;
  private final OnnxNetwork words;

  /**
   * @param folder holds sound.onnx, words.onnx and manifest.json, as models/meaning does
   * @param encoder loaded when words are first asked for
   * @throws MeaningUnusable where they are missing, damaged, or trained for another program
   */
  public Meaning(Path folder, SentenceEncoder encoder) {
    manifest = MeaningManifest.read(folder);
    this.encoder = encoder;
    sounds = new OnnxNetwork(folder.resolve("sound.onnx"));
    words = new OnnxNetwork(folder.resolve("words.onnx"));
  }

  /** Raised by each training: what was heard by another version is to be heard anew. */
  public int version() {
    return manifest.version();
  }

  /** The version of the ears that it was trained on. */
  public int ears() {
    return manifest.ears();
  }

  /** How many numbers it is told of a sound. */
  public int inputs() {
    return manifest.inputs();
  }

  /** Dimensions of the space. */
  public int dimensions() {
    return manifest.place();
  }

  /** The words that it hears in sounds. */
  public List<String> tags() {
    return manifest.tags();
  }

  /**
   * What it makes of one sound.
   *
   * @param place of unit length
   * @param tags a probability for each of {@link #tags}
   */
  public record Reading(float[] place, Map<String, Double> tags) {}

  /**
   * @param sound {@link #inputs} numbers
   */
  public Reading ofSound(float[] sound) {
    List<float[]> answer = sounds.ask(new Input("sound", sound, 1, sound.length));
    Map<String, Double> tags = new LinkedHashMap<>();
    for (int i = 0; i < manifest.tags().size(); i++) {
      tags.put(manifest.tags().get(i), 1 / (1 + Math.exp(-answer.get(1)[i])));
    }
    return new Reading(answer.get(0), tags);
  }

  /** The place of what a person says a sound is like, of unit length. */
  public float[] ofWords(String said) {
    return ofWords(List.of(said)).getFirst();
  }

  /** The places of several, in their order. */
  public List<float[]> ofWords(List<String> said) {
    List<float[]> places = new ArrayList<>();
    for (float[] sentence : encoder.encode(said)) {
      places.add(words.ask(new Input("sentence", sentence, 1, sentence.length)).getFirst());
    }
    return places;
  }

  @Override
  public void close() {
    sounds.close();
    words.close();
  }
}
