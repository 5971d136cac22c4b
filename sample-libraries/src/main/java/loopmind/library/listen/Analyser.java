package loopmind.library.listen;

/**
 * Hears one sort of fact in a sound. Sound alone: names, folders and tags in files are weighed
 * afterwards, so that what was heard stays true when a file is renamed.
 *
 * @param <F> the facts it finds, a record that Jackson can write and read
 */
public interface Analyser<F extends Record> {

  /** One lower-case word, unique among the analysers. */
  String name();

  /**
   * Raised whenever the same sound may give other facts; stored facts of a lower one are heard
   * anew.
   */
  int version();

  Class<F> factsType();

  /**
   * @param sound one region, whole in memory
   * @param heard the facts of the analysers that came before in the order of the listener
   * @throws RuntimeException where it cannot; reported on the file, and stops nothing else
   */
  F listen(Sound sound, Heard heard);
}
