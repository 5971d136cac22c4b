"""Write a random recipe for make-synth-pack.py. usage: recipe.py SEED PACKS OUT.json"""
import json,random,sys
R={"house":(118,130),"techno":(125,142),"trap":(130,160),"drill":(138,146),"hiphop":(80,100),"lofi":(70,90),"dnb":(166,178),"rock":(95,150),"pop":(88,130),"funk":(92,122),"reggaeton":(86,102),"dubstep":(136,146),"garage":(126,138),"synthwave":(80,120),"trance":(128,142),"afro":(98,120),"ambient":(60,90),"waltz":(80,170)}
K=["C","C#","D","Eb","E","F","F#","G","Ab","A","Bb","B"]
def pack(rng,i,genre):
    lo,hi=R[genre]; bpm=rng.randint(lo,hi) if rng.random()<.85 else round(rng.uniform(lo,hi),1)
    key=rng.choice(K)+" "+rng.choice(["minor","major","minor"])
    d={"dir":"Pack %d %s"%(i,genre),"genre":genre,"bpm":bpm,"key":key,"naming":rng.choice(["splice","long","folder","none","wrong","halfdouble","keyonly","bpmonly"]),
       "items":{"drumloop":3,"kickloop":int(rng.random()<.5),"hatloop":1,"percloop":1,"fill":1,"bassloop":2,"chordloop":2,"padloop":1,"melodyloop":2,"arploop":1,"vocalloop":int(rng.random()<.6),"riser":int(rng.random()<.5),"downlifter":int(rng.random()<.4),"impact":int(rng.random()<.5),"noisebed":int(rng.random()<.5),"kick":int(rng.random()<.5),"snare":int(rng.random()<.5),"clap":int(rng.random()<.5),"hat":int(rng.random()<.5),"crash":int(rng.random()<.5),"perc":int(rng.random()<.5),"bassnote":int(rng.random()<.5),"stab":int(rng.random()<.5),"leadnote":int(rng.random()<.5),"padnote":int(rng.random()<.5)}}
    d["items"]={k:v for k,v in d["items"].items() if v}
    if d["naming"]=="splice": d["prefix"]="P%d"%i
    if genre=="waltz" or rng.random()<.12: d["meter"]="3/4"
    r=rng.random()
    if r<.12: d["format"]="mp3"
    elif r<.2: d["format"]="ogg"
    elif r<.3: d["format"]="flac"
    if rng.random()<.2: d["rate"]=48000
    elif rng.random()<.08: d["rate"]=22050;d["channels"]=1
    if rng.random()<.15 and d.get("format","wav")=="wav": d["tails"]=True
    return d
seed=int(sys.argv[1]); n=int(sys.argv[2]); rng=random.Random(seed)
gs=list(R)*3; rng.shuffle(gs)
json.dump({"seed":seed,"packs":[pack(rng,i,gs[i]) for i in range(n)],"junk":False},open(sys.argv[3],"w"),indent=1)
