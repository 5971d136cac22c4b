package loopmind.arranger.loop;

import java.util.Arrays;

/** A point in the space in which sounds that are alike lie close; unit length unless empty. */
public final class Embedding {

  /** For a sound that no encoder has heard. */
  public static final Embedding NONE = new Embedding(new float[0]);

  private final float[] values;

  public Embedding(float[] values) {
    this.values = values.clone();
  }

  public float[] values() {
    return values.clone();
  }

  public int dimensions() {
    return values.length;
  }

  /**
   * Cosine of the angle between both, −1 to 1; 0 where one is empty.
   *
   * @throws IllegalArgumentException where both have dimensions, but not the same number
   */
  public double cosine(Embedding other) {
    if (values.length == 0 || other.values.length == 0) {
      return 0;
    }
    if (values.length != other.values.length) {
      throw new IllegalArgumentException(
          "Embeddings of %d and %d dimensions cannot be compared."
              .formatted(values.length, other.values.length));
    }
    double dot = 0;
    double mine = 0;
    double its = 0;
    for (int i = 0; i < values.length; i++) {
      dot += values[i] * (double) other.values[i];
      mine += values[i] * (double) values[i];
      its += other.values[i] * (double) other.values[i];
    }
    return mine == 0 || its == 0 ? 0 : dot / Math.sqrt(mine * its);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding embedding && Arrays.equals(values, embedding.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Embedding of " + values.length + " dimensions";
  }
}
