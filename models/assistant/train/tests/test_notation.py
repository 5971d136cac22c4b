"""Claims about the way from a message to a prompt, and from notation to calls."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from grammar import rules
from numerals import find
from prompt import Request
from reading import Unreadable, read

SONG = {"bpm": 90, "key": "D minor", "sections": [
    {"kind": k, "bars": b, "layers": [{"role": "bass", "loop": "upright_walk"}]}
    for k, b in (("intro", 4), ("verse", 16), ("hook", 8), ("verse", 16), ("hook", 8), ("outro", 8))]}
EMPTY = {"bpm": None, "key": None, "sections": []}


def ask(text, song=EMPTY, history=()):
    return Request(song, list(history), text)


class Prompts(unittest.TestCase):
    def test_a_tempo_and_a_key_become_slots(self):
        request = ask("lo-fi in Eb, 75bpm")
        self.assertEqual(request.prompt, "-\n lo fi<style> in<k1>,<n1b> bpm =>")
        self.assertEqual(request.slots["<k1>"].value, "D# major")

    def test_a_number_after_a_kind_is_no_slot_unless_a_unit_follows(self):
        self.assertEqual(ask("verse two 8 bars, hook 2").message, "verse 2<n1a> bars, hook 2")

    def test_decibels_are_not_d_flat(self):
        self.assertEqual(ask("drums 3db up").message, "drums<n1a> db up")

    def test_the_state_counts_sections(self):
        self.assertTrue(ask("hi", SONG).prompt.startswith("intro verse2 hook2 outro\n"))

    def test_a_loop_of_the_song_is_hinted_by_its_role(self):
        self.assertEqual(ask("solo upright_walk", SONG).message, "solo<l1> bass")

    def test_the_message_has_the_first_slots(self):
        turn = {"user": "set it to 80 bpm", "calls": [{"tool": "set_tempo", "args": {"bpm": 80}}]}
        self.assertIn(" set it to<n2b> bpm => tempo$bpm<n2b>\n no,<n1b> =>", ask("no, 85", SONG, [turn]).prompt)


class Numbers(unittest.TestCase):
    def test_words_in_seven_languages_are_read(self):
        for text, value in (("one forty two", 142), ("hundred fifty five", 155), ("quatre-vingt-dix", 90),
                            ("zweiundsiebzig", 72), ("ciento cuarenta", 140), ("centoventi", 120), ("vinte", 20)):
            self.assertEqual([f[2] for f in find(text)], [value], text)

    def test_durations_become_seconds(self):
        for text, seconds in (("2:30", 150), ("two and a half minutes", 150), ("a minute and a half", 90),
                              ("three minutes", 180), ("1 min 30", 90), ("zweieinhalb minuten", 150)):
            self.assertEqual(ask(text).slots["<d1>"].value, seconds, text)


class Notation(unittest.TestCase):
    def calls(self, text, notation, song=SONG):
        return ask(text, song).calls(notation)

    def test_compose_fills_its_slots(self):
        made = self.calls("sad piano trap 140 f# minor", " compose$mood sad$chords piano$style trap$bpm<n1b>$key<k1>")
        self.assertEqual(made, [{"tool": "compose_song", "args": {
            "moods": ["sad"], "include": [{"role": "chords", "query": "piano"}], "style": "trap", "bpm": 140,
            "key": "F# minor"}}])

    def test_a_stretch_without_its_end_stops_one_section_before(self):
        made = self.calls("no bass before the second hook", " remove=bass@before hook2")
        self.assertEqual(made[0]["args"]["section"], {"to": {"kind": "verse", "n": 2}})

    def test_doubling_reads_the_songs_bars(self):
        self.assertEqual(self.calls("double the outro", " resize@outro$double")[0]["args"]["bars"], 16)

    def test_the_relative_major_of_d_minor_is_f_major(self):
        self.assertEqual(self.calls("relative major", " key$relmajor")[0]["args"]["key"], "F major")

    def test_a_new_section_counts_on(self):
        made = self.calls("x", " newsec$hook>outro; add=pad@hook new")
        self.assertEqual(made[1]["args"]["section"], {"kind": "hook", "n": 3})

    def test_a_slot_that_is_not_there_is_refused(self):
        with self.assertRaises(Unreadable):
            read(" tempo$bpm<n9b>", SONG, {})

    def test_writing_copies_the_words_of_the_message(self):
        request = ask("gimme smth DUSTY, d'n'b at one seventy two")
        notation, unspoken = request.target([{"tool": "compose_song", "args": {"style": "dnb", "moods": ["dusty"], "bpm": 172}}])
        self.assertEqual((notation, unspoken), (" compose$mood dusty$style dnb$bpm<n1b>", []))

    def test_the_grammar_of_a_request_offers_only_its_words(self):
        own = rules(ask("dark trap 140"))
        self.assertEqual(own["word"], '" dark" | " trap"')
        self.assertEqual(own["count"], '"<n1b>"')


if __name__ == "__main__":
    unittest.main()
