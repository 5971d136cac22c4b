package loopmind.mixer.stretch;

import loopmind.arranger.loop.Role;

/** What a loop is made of, which decides how its length is changed. */
public enum Material {
  /** Hits: they are moved whole, and what rings between them is cut or drawn out. */
  PERCUSSIVE,
  /** Held tones: every partial is carried on at its pitch. */
  TONAL,
  /** Both at once: taken apart, changed each its own way, and put together. */
  MIXED;

  /** What loops of a role are usually made of. */
  public static Material of(Role role) {
    return role.isPercussive() ? PERCUSSIVE : role.isTonal() ? TONAL : MIXED;
  }
}
