package loopmind.mixer.audio;

import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_iterate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;

/** Tags as FFmpeg reads them: Vorbis comments, MP4 and APE tags, ID3 within AIFF. */
final class FfmpegTags {

  private FfmpegTags() {}

  static void read(Path file, String name, Container container, TagNotes notes) {
    AVFormatContext format = Ffmpeg.open(file, name, container);
    try {
      note(format.metadata(), notes);
      for (int i = 0; i < format.nb_streams(); i++) {
        note(format.streams(i).metadata(), notes);
      }
    } finally {
      avformat_close_input(format);
    }
  }

  private static void note(AVDictionary tags, TagNotes notes) {
    AVDictionaryEntry entry = av_dict_iterate(tags, null);
    while (entry != null) {
      notes.text(
          entry.key().getString(StandardCharsets.UTF_8),
          entry.value().getString(StandardCharsets.UTF_8));
      entry = av_dict_iterate(tags, entry);
    }
  }
}
