"""The weights of an earlier GGUF for a net with another tokenizer: to go on from what was learnt.

A token that both know keeps its vector; a new one starts as the mean of the pieces that the earlier tokenizer made of it.
"""
import json

import gguf
import numpy as np
import torch


def deinterleaved(weight, heads):
    """Rows of Q or K from the pairs that llama.cpp turns back to the rotate-half order."""
    rows, columns = weight.shape
    return weight.reshape(heads, rows // heads // 2, 2, columns).swapaxes(1, 2).reshape(weight.shape)


def stored(path):
    return {t.name: gguf.quants.dequantize(t.data, t.tensor_type).astype(np.float32) for t in gguf.GGUFReader(path).tensors}


def embedding(old, old_tokens, pieces_of, new_tokens):
    """Rows for the new tokens out of the old rows."""
    at = {token: i for i, token in enumerate(old_tokens)}
    rows = np.zeros((len(new_tokens), old.shape[1]), np.float32)
    for i, token in enumerate(new_tokens):
        pieces = [at[token]] if token in at else pieces_of(token)
        rows[i] = old[pieces].mean(0) if pieces else old.mean(0)
    return rows


def warmed(model, path, tokenizer):
    """Puts the weights of the GGUF into the model; the depth and widths of both are the same."""
    from tokenizers import Tokenizer
    reader = gguf.GGUFReader(path)
    old_tokens = [str(bytes(reader.fields["tokenizer.ggml.tokens"].parts[i]), "utf-8") for i in reader.fields["tokenizer.ggml.tokens"].data]
    merges = [str(bytes(reader.fields["tokenizer.ggml.merges"].parts[i]), "utf-8") for i in reader.fields["tokenizer.ggml.merges"].data]
    described = json.loads(tokenizer.to_str())
    described["model"]["vocab"] = {t: i for i, t in enumerate(old_tokens)}
    described["model"]["merges"] = [m.split(" ") for m in merges]
    described["added_tokens"] = [{**a, "id": old_tokens.index(a["content"])} for a in described["added_tokens"] if a["content"] in old_tokens]
    before = Tokenizer.from_str(json.dumps(described))
    vocabulary = tokenizer.get_vocab()
    new_tokens = sorted(vocabulary, key=vocabulary.get)
    pieces = lambda token: before.encode((" " + token[1:-1]) if token[0] == "<" else tokenizer.decoder.decode([token])).ids
    old, shape, weights = stored(path), model.shape, model.state_dict()
    heads = shape.heads
    weights["embedding.weight"] = torch.from_numpy(embedding(old["token_embd.weight"], old_tokens, pieces, new_tokens))
    weights["norm.weight"] = torch.from_numpy(old["output_norm.weight"])
    for i in range(shape.layers):
        part = lambda name: old[f"blk.{i}.{name}.weight"]
        of = f"blocks.{i}."
        weights[of + "qkv.weight"] = torch.from_numpy(np.concatenate(
            [deinterleaved(part("attn_q"), heads), deinterleaved(part("attn_k"), heads), part("attn_v")]))
        weights[of + "gate_up.weight"] = torch.from_numpy(np.concatenate([part("ffn_gate"), part("ffn_up")]))
        for mine, its in (("norm1", "attn_norm"), ("out", "attn_output"), ("norm2", "ffn_norm"), ("down", "ffn_down")):
            weights[of + mine + ".weight"] = torch.from_numpy(part(its))
    model.load_state_dict(weights)
