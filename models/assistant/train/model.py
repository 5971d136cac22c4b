"""A small Llama-architecture language model: RMS norm, rotary positions, SwiGLU, tied embeddings."""
import math
from dataclasses import asdict, dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F


@dataclass(frozen=True)
class Shape:
    vocabulary: int
    width: int = 256
    layers: int = 6
    heads: int = 4
    inner: int = 704
    context: int = 512
    theta: float = 10000.0
    epsilon: float = 1e-5


class Norm(nn.Module):
    def __init__(self, width, epsilon):
        super().__init__()
        self.weight, self.epsilon = nn.Parameter(torch.ones(width)), epsilon

    def forward(self, x):
        return F.rms_norm(x, (x.shape[-1],), self.weight.to(x.dtype), self.epsilon)


def rotations(length, size, theta):
    """Cosines and signed sines in the rotate-half layout."""
    speed = 1.0 / theta ** (torch.arange(0, size, 2).float() / size)
    angle = torch.outer(torch.arange(length).float(), speed)
    return torch.cat([angle.cos(), angle.cos()], -1), torch.cat([-angle.sin(), angle.sin()], -1)


def rotate(x, cos, sin):
    half = x.shape[-1] // 2
    return x * cos + torch.cat([x[..., half:], x[..., :half]], -1) * sin


def attention(q, k, v):
    """Causal attention; on a processor in plain operations, in bfloat16 far faster than torch's fused one."""
    if q.is_cuda:
        return F.scaled_dot_product_attention(q, k, v, is_causal=True)
    later = torch.ones(q.shape[2], q.shape[2], dtype=torch.bool).triu(1)
    scores = (q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])).masked_fill(later, float("-inf"))
    return torch.softmax(scores, -1) @ v


class Block(nn.Module):
    def __init__(self, shape):
        super().__init__()
        width, self.heads = shape.width, shape.heads
        self.norm1, self.qkv = Norm(width, shape.epsilon), nn.Linear(width, 3 * width, bias=False)
        self.out, self.norm2 = nn.Linear(width, width, bias=False), Norm(width, shape.epsilon)
        self.gate_up = nn.Linear(width, 2 * shape.inner, bias=False)
        self.down = nn.Linear(shape.inner, width, bias=False)

    def forward(self, x, cos, sin, drop):
        batch, length, width = x.shape
        parts = self.qkv(self.norm1(x)).view(batch, length, 3, self.heads, width // self.heads)
        q, k, v = parts.permute(2, 0, 3, 1, 4)
        cos, sin = cos.to(q.dtype), sin.to(q.dtype)
        mixed = attention(rotate(q, cos, sin), rotate(k, cos, sin), v)
        x = x + F.dropout(self.out(mixed.transpose(1, 2).reshape(batch, length, width)), drop, self.training)
        gate, up = self.gate_up(self.norm2(x)).chunk(2, -1)
        return x + F.dropout(self.down(F.silu(gate) * up), drop, self.training)


class Model(nn.Module):
    def __init__(self, shape, drop=0.0):
        super().__init__()
        self.shape, self.drop = shape, drop
        self.embedding = nn.Embedding(shape.vocabulary, shape.width)
        self.blocks = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.norm = Norm(shape.width, shape.epsilon)
        for name, weight in self.named_parameters():
            if weight.dim() == 2:
                ends = name.endswith(("out.weight", "down.weight"))
                scale = 0.5 / math.sqrt(shape.layers) if ends else 0.8
                nn.init.normal_(weight, 0, 0.02 if "embedding" in name else scale / math.sqrt(weight.shape[1]))
        cos, sin = rotations(shape.context, shape.width // shape.heads, shape.theta)
        self.register_buffer("cos", cos, False), self.register_buffer("sin", sin, False)

    def hidden(self, ids):
        x, length = self.embedding(ids), ids.shape[1]
        for block in self.blocks:
            x = block(x, self.cos[:length], self.sin[:length], self.drop)
        return self.norm(x)

    def forward(self, ids):
        return F.linear(self.hidden(ids), self.embedding.weight)


def saved(model, **more):
    return {"shape": asdict(model.shape), "weights": model.state_dict(), **more}


def loaded(checkpoint):
    """The model of a checkpoint, ready to answer, and the checkpoint itself."""
    state = torch.load(checkpoint, weights_only=True)
    model = Model(Shape(**state["shape"]))
    model.load_state_dict(state["weights"])
    return model.eval(), state
