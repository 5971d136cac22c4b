"""Claims about the examples the model learns from."""
import pathlib
import random
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import compose_examples
import edit_examples
import generate
import opened
from reading import pieces, TOOLS

SLOT = r"<[lkdyn]\d+[abc]?>"


def spoken(prompt):
    return set(re.findall(rf"{SLOT}|[a-z0-9#]+", prompt.split("\n", 1)[1]))


class Examples(unittest.TestCase):
    def test_the_same_seed_makes_the_same_examples(self):
        first, second = (list(generate.examples(40, 7)) for _ in range(2))
        self.assertEqual(first, second)
        self.assertNotEqual(first, list(generate.examples(40, 8)))

    def test_a_notation_only_copies_what_its_prompt_says(self):
        for prompt, notation in generate.examples(1500, 3):
            said = spoken(prompt)
            for clause in notation.split(";"):
                for sign, name, rest in pieces(clause)[1]:
                    copied = re.findall(rf"{SLOT}", rest)
                    if sign == "$" and name not in ("plan",):
                        copied += re.findall(r"(?<= )[a-z0-9#]+", rest)
                    for token in copied:
                        self.assertIn(token, said, f"{prompt!r} {notation!r}")

    def test_every_clause_begins_with_a_tool(self):
        for prompt, notation in generate.examples(800, 4):
            for clause in notation.split(";"):
                self.assertIn(pieces(clause)[0], [*TOOLS, "none", "cannot"], f"{prompt!r} {notation!r}")

    def test_a_request_for_a_song_names_its_arguments_in_the_order_said(self):
        chance, rising = random.Random(5), 0
        for _ in range(200):
            prompt, notation = compose_examples.example(chance)
            tokens = re.findall(rf"{SLOT}|[a-z0-9#]+", prompt.split("\n", 1)[1])
            at = [tokens.index(t) for t in re.findall(SLOT, notation) if t in tokens]
            rising += at == sorted(at)
        # a plan may repeat a slot; all else rises
        self.assertGreater(rising, 195)

    def test_an_opened_voice_keeps_its_tools(self):
        chance = random.Random(6)
        for voice in opened.voices(list(opened.labels())[::40]):
            tools = [pieces(c)[0] for c in voice.notation.split(";")]
            for _ in range(5):
                self.assertEqual([pieces(c)[0] for c in voice.example(chance)[1].split(";")], tools)

    def test_several_wishes_become_as_many_clauses(self):
        chance = random.Random(9)
        lengths = [len(edit_examples.several(chance)[1].split("; ")) for _ in range(100)]
        self.assertGreaterEqual(min(lengths), 2)
        self.assertGreaterEqual(max(lengths), 5)


if __name__ == "__main__":
    unittest.main()
