package loopmind.library.catalogue;

import loopmind.library.listen.Listening;
import loopmind.mixer.audio.AudioTags;

/**
 * What is known of one content.
 *
 * @param listening what was heard in it
 * @param says what its own tags say; loops and the root note of samplers are not kept
 */
public record KnownSound(Listening listening, AudioTags says) {}
