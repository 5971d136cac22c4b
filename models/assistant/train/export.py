"""Writes a checkpoint as GGUF for llama.cpp, and the manifest beside it.

    python3 export.py run/model.pt --tokenizer ../tokenizer.json --out ../loopmind-assistant.gguf [--kind q8_0|f32]
"""
import argparse
import json

import gguf
import numpy as np

from model import loaded

CONTROL, USER_DEFINED, NORMAL = 3, 4, 1


def interleaved(weight, heads):
    """Rows of Q or K from the rotate-half order to the pairs that llama.cpp turns."""
    rows, columns = weight.shape
    return weight.reshape(heads, 2, rows // heads // 2, columns).swapaxes(1, 2).reshape(weight.shape)


def described(writer, shape):
    writer.add_name("LoopMind assistant")
    writer.add_license("Apache-2.0")
    writer.add_context_length(shape.context), writer.add_embedding_length(shape.width)
    writer.add_block_count(shape.layers), writer.add_feed_forward_length(shape.inner)
    writer.add_head_count(shape.heads), writer.add_head_count_kv(shape.heads)
    writer.add_layer_norm_rms_eps(shape.epsilon), writer.add_rope_freq_base(shape.theta)
    writer.add_rope_dimension_count(shape.width // shape.heads), writer.add_vocab_size(shape.vocabulary)


def spoken(writer, path):
    """The tokenizer: slots are tokens that the user's text may hold, <pad> and <eos> are control tokens."""
    data = json.loads(open(path, encoding="utf-8").read())
    tokens = [t for t, _ in sorted(data["model"]["vocab"].items(), key=lambda pair: pair[1])]
    added = {t["content"] for t in data["added_tokens"]}
    kinds = [CONTROL if t in ("<pad>", "<eos>") else USER_DEFINED if t in added else NORMAL for t in tokens]
    merges = [m if isinstance(m, str) else " ".join(m) for m in data["model"]["merges"]]
    writer.add_tokenizer_model("gpt2"), writer.add_tokenizer_pre("qwen2")
    writer.add_token_list(tokens), writer.add_token_types(kinds), writer.add_token_merges(merges)
    writer.add_bos_token_id(1), writer.add_eos_token_id(1), writer.add_pad_token_id(0)
    writer.add_add_bos_token(False), writer.add_add_eos_token(False)


def tensors(model):
    shape, weights = model.shape, {k: v.float().numpy() for k, v in model.state_dict().items()}
    yield "token_embd.weight", weights["embedding.weight"]
    yield "output_norm.weight", weights["norm.weight"]
    for i in range(shape.layers):
        of, to = f"blocks.{i}.", f"blk.{i}."
        q, k, v = np.split(weights[of + "qkv.weight"], 3, 0)
        gate, up = np.split(weights[of + "gate_up.weight"], 2, 0)
        yield to + "attn_norm.weight", weights[of + "norm1.weight"]
        yield to + "attn_q.weight", interleaved(q, shape.heads)
        yield to + "attn_k.weight", interleaved(k, shape.heads)
        yield to + "attn_v.weight", v
        yield to + "attn_output.weight", weights[of + "out.weight"]
        yield to + "ffn_norm.weight", weights[of + "norm2.weight"]
        yield to + "ffn_gate.weight", gate
        yield to + "ffn_up.weight", up
        yield to + "ffn_down.weight", weights[of + "down.weight"]


def export(checkpoint, tokenizer, out, kind="q8_0"):
    """Writes the GGUF; returns the number of parameters."""
    model, _ = loaded(checkpoint)
    writer, parameters = gguf.GGUFWriter(out, "llama"), 0
    described(writer, model.shape), spoken(writer, tokenizer)
    for name, values in tensors(model):
        values = np.ascontiguousarray(values, np.float32)
        parameters += values.size
        if values.ndim == 1 or kind == "f32":
            writer.add_tensor(name, values)
        else:
            packed = gguf.GGMLQuantizationType.Q8_0
            writer.add_tensor(name, gguf.quants.quantize(values, packed), raw_dtype=packed)
    writer.write_header_to_file(), writer.write_kv_data_to_file(), writer.write_tensors_to_file()
    writer.close()
    return parameters


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint"), parser.add_argument("--tokenizer", required=True)
    parser.add_argument("--out", required=True), parser.add_argument("--kind", choices=("q8_0", "f32"), default="q8_0")
    options = parser.parse_args()
    print(export(options.checkpoint, options.tokenizer, options.out, options.kind), "parameters")


if __name__ == "__main__":
    main()
