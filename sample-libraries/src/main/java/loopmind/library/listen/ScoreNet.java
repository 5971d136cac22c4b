package loopmind.library.listen;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A few small trained networks whose answers are averaged. Each normalises its input, and adds to a
 * linear answer that of two hidden layers with rectifiers. How they were trained, and on what:
 * models/listening.
 */
final class ScoreNet {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One of the networks, as it is stored; matrices by rows of outputs.
   *
   * @param mean taken from each input
   * @param scale by which each is then divided
   */
  record Net(
      float[] mean,
      float[] scale,
      float[][] first,
      float[] firstBias,
      float[][] second,
      float[] secondBias,
      float[][] last,
      float[] lastBias,
      float[][] direct) {}

  private final List<Net> nets;

  ScoreNet(List<Net> nets) {
    this.nets = List.copyOf(nets);
  }

  /** Reads the networks of that name, which travel with the program. */
  static ScoreNet named(String name) {
    String file = "/loopmind/library/listen/" + name + ".json";
    try (InputStream stored = ScoreNet.class.getResourceAsStream(file)) {
      if (stored == null) {
        throw new IllegalStateException(
            "The trained weights %s are missing from the program.".formatted(file));
      }
      return new ScoreNet(JSON.readValue(stored, new TypeReference<List<Net>>() {}));
    } catch (IOException e) {
      throw new IllegalStateException("The trained weights %s do not read.".formatted(file), e);
    }
  }

  int inputs() {
    return nets.getFirst().mean().length;
  }

  /**
   * The answer to one input, before any softmax.
   *
   * @param input {@link #inputs} numbers
   */
  double[] answer(float[] input) {
    if (input.length != inputs()) {
      throw new IllegalArgumentException(
          "These weights take %d numbers, but were given %d.".formatted(inputs(), input.length));
    }
    double[] mean = new double[nets.getFirst().lastBias().length];
    for (Net net : nets) {
      double[] answer = answer(net, input);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += answer[i] / nets.size();
      }
    }
    return mean;
  }

  private static double[] answer(Net net, float[] input) {
    double[] normal = new double[input.length];
    for (int i = 0; i < input.length; i++) {
      normal[i] = (input[i] - net.mean[i]) / net.scale[i];
    }
    double[] hidden = rectified(layer(net.first, net.firstBias, normal));
    hidden = rectified(layer(net.second, net.secondBias, hidden));
    double[] answer = layer(net.last, net.lastBias, hidden);
    for (int i = 0; i < answer.length; i++) {
      answer[i] += dot(net.direct[i], normal);
    }
    return answer;
  }

  private static double[] layer(float[][] weights, float[] bias, double[] input) {
    double[] output = new double[bias.length];
    for (int i = 0; i < output.length; i++) {
      output[i] = bias[i] + dot(weights[i], input);
    }
    return output;
  }

  private static double dot(float[] weights, double[] input) {
    double sum = 0;
    for (int i = 0; i < input.length; i++) {
      sum += weights[i] * input[i];
    }
    return sum;
  }

  private static double[] rectified(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, values[i]);
    }
    return values;
  }

  /** Turns scores into probabilities. */
  static double[] softmax(double[] scores) {
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    double[] shares = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      shares[i] = Math.exp(scores[i] - most);
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }
}
