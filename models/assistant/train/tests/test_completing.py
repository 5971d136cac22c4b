"""Claims about what code adds to the model's answer to a request for a new song."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from completing import complete
from prompt import Request

EMPTY = {"bpm": None, "key": None, "sections": []}


def completed(text, notation=" compose", history=()):
    request = Request(EMPTY, list(history), text)
    made = request.calls(complete(notation, request))
    return made[0]["args"] if made else None


class Completing(unittest.TestCase):
    def test_every_slot_finds_its_argument(self):
        self.assertEqual(completed("techno 132 bpm in a minor, 3 minutes, seed 7"),
                         {"bpm": 132, "key": "A minor", "seconds": 180, "seed": 7, "style": "techno"})

    def test_a_mood_taken_for_a_style_is_a_mood(self):
        self.assertEqual(completed("something gloomy", " compose$style gloomy"), {"moods": ["gloomy"]})

    def test_what_stands_under_a_no_is_left_out(self):
        self.assertEqual(completed("house, no pads or vocals, with a piano"),
                         {"style": "house", "exclude": ["pad", "vocal"], "include": [{"role": "chords", "query": "piano"}]})

    def test_a_word_before_a_sound_belongs_to_it_but_not_before_a_style(self):
        self.assertEqual(completed("trap with sad bells")["include"], [{"role": "melody", "query": "sad bells"}])
        self.assertEqual(completed("sad piano trap")["moods"], ["sad"])

    def test_sections_with_their_bars_are_read(self):
        self.assertEqual(completed("8 bar intro, 16 bar verse and 8 bar hook")["sections"],
                         [{"kind": "intro", "bars": 8}, {"kind": "verse", "bars": 16}, {"kind": "hook", "bars": 8}])

    def test_the_model_is_heard_where_words_are_free(self):
        self.assertEqual(completed("lofi, zorbish", " compose$style lofi$mood zorbish")["moods"], ["zorbish"])

    def test_other_tools_stay_as_they_are(self):
        request = Request(EMPTY, [], "faster")
        self.assertEqual(complete(" tempo$pct10", request), " tempo$pct10")


if __name__ == "__main__":
    unittest.main()
