"""What people say of a sound whose words are known: phrases, and what each claims. A phrase answers every sound that fulfils its claims."""
import numpy as np

SAID = {
    "dark": "dark,gloomy,dull,murky,moody,sinister,dim,black,evil,night", "muffled": "muffled,dark,underwater,muted,smothered,from the next room,blurred,buried",
    "bright": "bright,brilliant,crisp,shiny,sharp,glossy,lots of treble,vivid,happy bright", "airy": "airy,silky,bright,open,glittering,light on top,fresh",
    "warm": "warm,mellow,round,rich,cozy,vintage warm,creamy,velvety,analog warmth", "thin": "thin,small,light,hollow,no low end,skinny,cheap,without bass",
    "deep": "deep,low,sub,heavy,pitched down,huge,massive low end,slowed down,low pitched", "distorted": "distorted,dirty,aggressive,gritty,overdriven,saturated,hard,harsh,blown out,angry,driven",
    "lofi": "lofi,lo-fi,bitcrushed,crushed,low quality,8-bit,cassette,retro digital,low sample rate,grainy", "dusty": "dusty,vinyl,crackling,crackly,record noise,vintage,worn,turntable",
    "wet": "wet,reverb,reverberant,spacious,roomy,in a hall,drenched in reverb,distant,ambient,lush reverb,big space", "echo": "delay,echo,echoing,with delay,dub delay,ping pong,feedback delay",
    "wide": "wide,stereo,spread out,surrounding,broad,widened,all around", "punchy": "punchy,hard hitting,tight,with attack,knocking,slapping,percussive attack",
    "soft": "soft,smooth,slow attack,rounded,mild,calm,easy,delicate", "squashed": "compressed,squashed,pumped,loud,flattened,no dynamics,brickwalled,crushed loud",
    "noisy": "noisy,hissy,full of noise,noise,tape noise,rushing,sandy", "wobbly": "wobbly,wobble,wub,filtered lfo,modulated,opening and closing,wah,moving filter",
    "chopped": "chopped,stuttering,gated,sliced,tremolo,choppy,broken up,on and off", "reversed": "reversed,reverse,backwards,swelling in,rewind,sucking in,rising reversed",
    "detuned": "detuned,chorus,out of tune,thick,seasick,drifting pitch,chorused,sour", "metallic": "metallic,ring modulated,robotic,inharmonic,clanging,metal,industrial,alien",
    "telephone": "telephone,radio,phone filter,megaphone,small speaker,bandpassed,intercom,walkie-talkie",
    "dry": "dry,close,no reverb,tight,in your face,without effects", "clean": "clean,pure,clear,untouched,natural,unprocessed sound", "busy": "busy,fast,dense,rolling,frantic,many notes,quick",
    "sparse": "sparse,slow,minimal,spacious rhythm,laid back,few notes,simple",
}
SAID = {k: v.split(",") for k, v in SAID.items()}
IMPLIES = {"muffled": {"dark"}, "airy": {"bright"}, "telephone": {"thin"}}
FRAMES = ["{a} {n}", "{a} {n}", "{a} {n} {h}", "{n} that sounds {a}", "{a} {n}", "a {a} {n}", "something {a}, {n}", "{n}, {a}", "I need a {a} {n}", "{a} sounding {n} {h}"]
BOTH = ["{a} {b} {n}", "{a} and {b} {n}", "{n}, {a} and {b}", "{a} {n} {h}, {b}", "{a} {b} {n} {h}", "looking for a {a} {n} that is {b}"]
PLAIN = ["{n}", "{n} {h}", "a {n}", "{n} {h}", "some {n}", "find me a {n}"]
ALONE = ["{a}", "{a} sound", "something {a}", "{a} and {b}", "{a} loop", "{a} texture"]
ROLE_WORDS = {"drums": ["drums", "beat"], "percussion": ["percussion", "perc"], "bass": ["bass", "low end"], "chords": ["chords", "keys"], "melody": ["melody", "lead"],
              "pad": ["pad", "atmosphere"], "vocal": ["vocal", "voice"], "fx": ["fx", "effect"]}


def words_of(row):
    """The words that are true of a sound by construction."""
    true = set(row["effects"])
    for e in row["effects"]:
        true |= IMPLIES.get(e, set())
    if not true & {"wet", "echo"}:
        true.add("dry")
    if not true & {"distorted", "lofi", "dusty", "noisy", "squashed", "telephone", "metallic"}:
        true.add("clean")
    if "per_second" in row and row["role"] not in ("chords", "pad"):
        if row["per_second"] > 6:
            true.add("busy")
        elif row["per_second"] < 2:
            true.add("sparse")
    return true


def draw(r, row):
    """-> phrase, names claimed (any of them), words claimed (all of them)"""
    true = words_of(row)
    strong = [w for w in row["effects"]]
    weak = sorted(true - set(strong))
    said = lambda w: str(r.choice(SAID[w]))
    which = r.random()
    if which < 0.12:
        name, names = str(r.choice(ROLE_WORDS[row["role"]])), {"role:" + row["role"]}
    elif which < 0.25:
        name, names = row["word"], {"word:" + row["word"]}
    else:
        name = str(r.choice(row["names"], p=[.5, .25, .25]))
        names = {"name:" + name}
    how = str(r.choice(row["how"]))
    pool = strong + ([str(r.choice(weak))] if weak and r.random() < 0.4 else [])
    if not pool or r.random() < 0.15:
        return str(r.choice(PLAIN)).format(n=name, h=how), names, set()
    a = str(r.choice(pool))
    if r.random() < 0.1:
        b = str(r.choice(pool))
        text = str(r.choice(ALONE)).format(a=said(a), b=said(b))
        return text, set(), {a, b} if " and " in text else {a}
    rest = [w for w in pool if w != a]
    if rest and r.random() < 0.7:
        b = str(r.choice(rest))
        return str(r.choice(BOTH)).format(a=said(a), b=said(b), n=name, h=how), names, {a, b}
    return str(r.choice(FRAMES)).format(a=said(a), n=name, h=how), names, {a}


def tokens_of(row):
    """What a claim of names can be fulfilled by."""
    return {"role:" + row["role"], "word:" + row["word"]} | {"name:" + n for n in row["names"]}


# the judge's own words: none of them is learnt from
JUDGE_SAID = {
    "dark": "shadowy,brooding,ominous,nocturnal", "muffled": "behind a closed door,as if wrapped in a blanket,very dull", "bright": "sparkling,brash,cutting,sunny",
    "airy": "breathy on top,lots of air,shimmering highs", "warm": "cosy,buttery,full-bodied,thick lower mids", "thin": "tinny,weedy,no bottom,anaemic",
    "deep": "subterranean,an octave down,bottomless,rumbling", "distorted": "fuzzed out,crunchy,clipped,trashed", "lofi": "old sampler,degraded,crunched down bits,like a game console",
    "dusty": "like an old record,scratchy vinyl surface,crackle underneath", "wet": "in a cathedral,huge room,washed out,far away", "echo": "repeating echoes,tape echo,bouncing repeats",
    "wide": "panoramic,big stereo image,out to the sides", "punchy": "hits hard,lots of snap,strong transients", "soft": "tender,no attack,feathery",
    "squashed": "slammed flat,heavily limited,over-compressed", "noisy": "drowned in hiss,with white noise,static all over it", "wobbly": "with a wobble filter,wubbing,undulating",
    "chopped": "cut up,rhythmically gated,stop and go", "reversed": "played back to front,running backwards,in reverse", "detuned": "wavering pitch,off pitch,warbly chorus",
    "metallic": "clangy,like a robot,dissonant metal", "telephone": "over a phone line,old radio,through a tiny speaker"}
JUDGE_SAID = {k: v.split(",") for k, v in JUDGE_SAID.items()}
JUDGE_FRAMES = {0: ["{n} {h}, nothing done to it", "just a plain {n} {h}", "an unprocessed {n} {h}"], 1: ["{n} {h}, {a}", "{a} {n} {h}", "got a {n} {h} — {a}?", "one of those {n} {h}s, {a}"],
                2: ["{n} {h}, {a}, {b}", "{n} {h}: {a} but also {b}", "{a} {n} {h} with {b} in it"]}


def describe(r, row):
    """One sentence for just this sound, in the judge's words; tempo in words of feel where there is one."""
    name, how = str(r.choice(row["names"])), str(r.choice(row["how"]))
    e = [str(r.choice(JUDGE_SAID[w])) for w in row["effects"]]
    text = str(r.choice(JUDGE_FRAMES[len(e)])).format(n=name, h=how, a=(e + [""])[0], b=(e + ["", ""])[1])
    if "per_second" in row:
        text += ", hectic" if row["per_second"] > 7 else ", unhurried" if row["per_second"] < 1.8 else ""
    return text


def file_name(r, row):
    """What such a file might be called: a third says nothing, none says what was done to it but now and then in one word."""
    if r.random() < 0.33:
        return "%s %03d" % (str(r.choice(["Audio", "bounce", "Untitled", "sample", "loop"])), int(r.integers(1000)))
    words = [str(r.choice(["Nova", "Dusk", "Vega", "Kilo", "Amber", "Orbit", "Moss", "Tide"])), str(r.choice(row["names"][:2] + [row["word"]])).title()]
    if row["effects"] and r.random() < 0.2:
        words.insert(1, row["effects"][0].title())
    if "bpm" in row and r.random() < 0.6:
        words.append("%.0f" % row["bpm"])
    return "_".join(w.replace(" ", "") for w in words)
