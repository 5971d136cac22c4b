"""What code adds to and mends in the notation of a request for a new song: see NOTATION.md, "Completion"."""
from completing_facts import Facts
from completing_lists import (ALSO, BARS, DRUMLESS, ENDINGS, GONE, LINKS, LITTLE, NOT, NOUNS, OWN, REFUSING, SCALAR,
                              SECTION, TEMPO, WEIGHED)
from reading import KINDS, ROLES



class Completion(Facts):
    """The style, the sounds and the moods beside the facts."""

    def once(self):
        """No argument twice, no word twice in a row; what names neither a sound nor a role is no layer."""
        kept, seen = [], set()
        for name, tokens in self.items:
            tokens = [t for i, t in enumerate(tokens) if i == 0 or t != tokens[i - 1] or name == "plan"]
            single = name in SCALAR or name in ("style", "folder", "anchor", "plan")
            mark = name if single else (name, *tokens)
            if mark not in seen and (tokens or name in ROLES or name[:2] == "no"):
                seen.add(mark)
                kept.append([name, tokens])
        self.items = kept

    def sorted_right(self):
        """Moods that were taken for a style or a layer are moods; a sound that was taken for a style is none."""
        for item in self.items:
            words = " ".join(item[1])
            mood = words in self.lexicon.moods and words not in self.lexicon.style_names
            if mood and (item[0] == "style" or item[0] in ROLES and not self.describing(self.end_of(item[1]))):
                item[0] = "mood"
        styles = [i for i in self.given("style") if self.lexicon.known(" ".join(i[1])) and " ".join(i[1]) not in self.lexicon.style_names]
        self.items = [i for i in self.items if i not in styles]
        style = set(self.given("style")[0][1]) if self.given("style") else set()
        spoken = {t for i in self.items if i[0] in ROLES for t in i[1] if self.lexicon.known(t)} | style
        self.items = [i for i in self.items if not (i[0] == "mood" and set(i[1]) <= spoken)]
        for item in self.given("mood"):
            item[1] = [self.base(t) for t in item[1]]
        self.layers_right()

    def base(self, word):
        """A German adjective as the list has it: 'dusteren' is 'duster'."""
        if word not in self.lexicon.moods:
            for ending in ENDINGS:
                if word.endswith(ending) and word[:-len(ending)] in self.lexicon.moods:
                    return word[:-len(ending)]
        return word

    def layers_right(self):
        """No sound in two layers, no bare role that nobody named, nothing left out where nobody says no."""
        kept, heard = [], set()
        named = {OWN[t] for i, t in enumerate(self.tokens) if t in OWN and i not in self.hinted}
        refusing = REFUSING & set(self.tokens)
        for item in self.items:
            if item[0] in ROLES:
                sounds = {t for t in item[1] if self.lexicon.known(t) and t not in OWN}
                if sounds and sounds <= heard or not item[1] and item[0] not in named:
                    continue
                heard |= sounds
            elif item[0][:2] == "no" and not refusing:
                continue
            kept.append(item)
        self.items = kept

    def end_of(self, words):
        for at in range(len(self.tokens) - len(words) + 1):
            if self.tokens[at:at + len(words)] == words:
                return at + len(words)
        return len(self.tokens)

    def denied(self, at):
        """Whether a word stands under a 'no' or 'without' that reaches it."""
        for back in range(at - 1, max(-1, at - 7), -1):
            token = self.tokens[back]
            if token in NOT or token == "out" and self.word(back - 1) == "leave":
                return True
            known = self.lexicon.known(token) or token in OWN or token in self.lexicon.moods
            listed = token == "," and self.word(back + 1) in ALSO
            if not (token in LITTLE or token in ALSO or known or listed):
                return False
        return False

    def phrase(self, at, among, longest):
        """How many words from here are one of these names; 0 for none."""
        for size in range(min(longest, len(self.tokens) - at), 0, -1):
            if all(self.word(i) for i in range(at, at + size)) and among(" ".join(self.tokens[at:at + size])):
                return size
        return 0

    def style_right(self):
        """A style that stands in the message is said, in full."""
        named = lambda w: w in self.lexicon.style_names
        free, best = self.used(), (0, 0)
        style = self.given("style")
        for at in range(len(self.tokens)):
            size = self.phrase(at, named, 4)
            words = self.tokens[at:at + size]
            if style and size and set(style[0][1]) < set(words):
                style[0][1] = words
            sounding = self.lexicon.known(self.word(at + size)) and self.word(at + size) not in NOUNS
            gone = self.word(at - 1) in GONE or self.word(at - 1) in LITTLE and self.word(at - 2) in GONE
            if not style and size > best[0] and not free & set(words) and not sounding and not self.denied(at) and not gone:
                best = (size, at)
        if best[0]:
            self.items.append(["style", self.tokens[best[1]:best[1] + best[0]]])

    def moods_right(self):
        """A word for a feeling that stands free in the message is a mood."""
        at = 0
        while at < len(self.tokens):
            size = self.phrase(at, lambda w: self.base(w) in self.lexicon.moods, 3)
            words = self.tokens[at:at + size]
            words = [self.base(words[0])] if size == 1 else words
            weighed = WEIGHED & set(self.tokens[max(0, at - 2):at])
            taken = set(words + self.tokens[at:at + size]) & self.used()
            if size and not taken and not self.denied(at) and not self.describing(at + size) and not weighed:
                self.items.append(["mood", words])
            at += max(1, size)

    def describing(self, at):
        """Whether the words before this place say what a sound is like: a sound follows, and no style or song after it."""
        for ahead in range(at, at + 2):
            word = self.word(ahead)
            if not word or word in LINKS:
                return False
            size = self.phrase(ahead, lambda w: bool(self.lexicon.known(w)) or w in OWN, 3)
            if size and word not in ("beat", "beats"):
                return not self.before_song(ahead + size)
        return False

    def before_song(self, at):
        style = self.given("style")
        return self.word(at) in NOUNS or bool(style and self.word(at) and self.word(at) in style[0][1])

    def sounds_right(self):
        """A sound that stands in the message is a layer with the words before it, or one to leave out under a 'no'."""
        at = 0
        while at < len(self.tokens):
            size, role = self.sound(at)
            words = self.tokens[at:at + size]
            plain = " ".join(words) in OWN
            if self.word(at) in DRUMLESS and not self.given("nodrums"):
                self.items.append(["nodrums", []])
            if size and self.denied(at):
                self.leave_out(words)
            elif size and not set(words) & self.used() and words[0] not in SECTION and (not plain or self.own_layer(at, words)):
                self.items.append([role, [] if plain else words])
                if plain:
                    self.described(at, words, self.items[-1])
            if size and not self.denied(at) and not self.before_song(at + size):
                self.described(at, words)
            at += max(1, size)

    def sound(self, at):
        """(words, role) of the sound that begins here; sounds in a row are one, and the last says the role."""
        size, role = self.phrase(at, lambda w: bool(self.lexicon.known(w)) or w in OWN, 3), None
        if size:
            role = self.lexicon.known(" ".join(self.tokens[at:at + size])) or OWN.get(self.tokens[at])
        while size and not self.tokens[at + size - 1].endswith("s"):
            more = self.phrase(at + size, lambda w: bool(self.lexicon.known(w)) or w in OWN, 3)
            if not more or self.tokens[at + size] in ("beat", "beats") or self.tokens[at + size] in self.used():
                break
            role = self.lexicon.known(" ".join(self.tokens[at + size:at + size + more])) or OWN.get(self.tokens[at + size])
            size += more
        return size, role

    def own_layer(self, at, words):
        """Whether a role by its own name is asked for: with a word that says what it should be, or as pads or percussion."""
        word, after = self.word(at - 1), self.word(at + 1)
        if words[0] in ("beat", "beats") or after in ("loop", "machine", "sample", "samples", "kit", "folder") or self.before_song(at + 1):
            return False
        if any(i[0] == OWN[words[0]] for i in self.items):
            return False
        free = word and word not in LINKS | BARS | NOUNS | TEMPO and word not in self.used() and word not in self.lexicon.style_names and not self.lexicon.known(word)
        return bool(free) or words[0] in ("pad", "pads", "percussion")

    def described(self, at, words, layer=None):
        """The word before a layer's sound belongs to it."""
        word = self.word(at - 1)
        layer = layer or next((i for i in self.items if i[0] in ROLES and set(i[1]) & set(words)), None)
        if layer and word and word not in LINKS | BARS | NOUNS | TEMPO and word not in self.used() and word not in self.lexicon.style_names:
            layer[1].insert(0, word)

    def leave_out(self, words):
        role = OWN.get(" ".join(words))
        self.items = [i for i in self.items if not (i[0] in ROLES and set(i[1]) <= set(words) and (i[1] or i[0] == role))]
        excluded = {i[0][2:] if i[0] != "no" else " ".join(i[1]) for i in self.items if i[0][:2] == "no"}
        spoken = {t for i in self.items if i[0] == "no" for t in i[1]}
        if role and role not in excluded:
            self.items = [i for i in self.items if i != ["no", words]]
            self.items.append(["no" + role, []])
        elif not role and not set(words) & spoken:
            self.items.append(["no", words])

    def open_to(self, name, tokens):
        """Whether there is room for an argument that the model gave: its place is free, and so are its words."""
        free = not set(tokens) & self.used()
        if name in SCALAR or name == "style":
            return free and not self.given(name)
        if name == "plan":
            return not self.given(name) and sum(t in SECTION or t.rstrip("s") in SECTION for t in self.tokens) > 1
        if name in ("folder", "anchor", "only"):
            return free and not (self.given("folder") or self.given("anchor")) and (name == "only" or not self.given("only"))
        if name in ROLES and not tokens:
            return not any(i[0] == name or i[0] == "no" + name for i in self.items)
        return free or name[:2] == "no" and not tokens and not self.given(name)

    def written(self):
        """The clause again; kinds of section and words have a space before them, slots and the bars of a plan none."""
        text = " compose"
        for name, tokens in self.items:
            text += "$" + name + "".join(t if t[0] == "<" or t.isdigit() and name in (*SCALAR, "plan") else " " + t for t in tokens)
        return text


def complete(notation, request):
    """The notation of a request for a new song with its slots, names, styles, moods and sounds put right; any other as it is."""
    if not notation.startswith(" compose") or ";" in notation:
        return notation
    said = Completion(notation, request)
    said.once()
    if request.history and not said.used() <= set(said.tokens) | set(KINDS):
        return said.written()
    said.items = [i for i in said.items if i[0] == "plan" or set(i[1]) <= set(said.tokens)]
    completion = Completion(" compose", request)
    placed = {t for i in said.items if i[0] in ("folder", "anchor", "only") for t in i[1]}
    for step in (completion.plan_right, completion.slots_right, lambda: completion.names_right(placed), completion.folder_right,
                 completion.style_right, completion.sounds_right, completion.moods_right, completion.once):
        step()
    said.sorted_right()
    for item in said.items:
        if completion.open_to(*item):
            completion.items.append(item)
    completion.once()
    return completion.written()
