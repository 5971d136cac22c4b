"""What people call the General MIDI programs and the pieces of a drum kit: three ways each, the plainest first."""
_P = """piano,grand piano,acoustic piano|bright piano,piano,pop piano|electric grand,piano,stage piano|honky-tonk piano,saloon piano,detuned piano
rhodes,electric piano,e-piano|FM electric piano,electric piano,DX keys|harpsichord,baroque keys,cembalo|clavinet,clav,funky keys
celesta,bells,music box bells|glockenspiel,bells,high bells|music box,toy bells,tinkling bells|vibraphone,vibes,mallets
marimba,mallets,wooden mallets|xylophone,mallets,wooden bars|tubular bells,church bells,chimes|dulcimer,hammered strings,plucked strings
organ,drawbar organ,hammond|percussive organ,organ,jazz organ|rock organ,organ,leslie organ|church organ,pipe organ,organ
reed organ,harmonium,organ|accordion,squeezebox,musette|harmonica,mouth organ,blues harp|bandoneon,tango accordion,accordion
nylon guitar,classical guitar,acoustic guitar|steel guitar,acoustic guitar,strummed guitar|jazz guitar,electric guitar,mellow guitar|clean guitar,electric guitar,clean electric guitar
muted guitar,palm-muted guitar,guitar|overdriven guitar,rock guitar,crunchy guitar|distorted guitar,heavy guitar,metal guitar|guitar harmonics,harmonics,bell-like guitar
upright bass,acoustic bass,double bass|fingered bass,electric bass,bass guitar|picked bass,bass guitar,electric bass|fretless bass,bass guitar,sliding bass
slap bass,slapped bass,funk bass|pop bass,slap bass,funky bass|synth bass,analog bass,bass synth|synth bass,rubber bass,bass synth
violin,fiddle,solo strings|viola,solo strings,bowed strings|cello,bowed strings,solo cello|contrabass,bowed bass,low strings
tremolo strings,strings,shivering strings|pizzicato strings,plucked strings,pizzicato|harp,plucked harp,harp strings|timpani,kettle drum,orchestral drum
strings,string section,orchestra|slow strings,string ensemble,strings|synth strings,string machine,strings|synth strings,strings,string pad
choir,aahs,voices|oohs,voice oohs,vocal oohs|synth voice,vocal synth,vox|orchestra hit,orchestral stab,stab
trumpet,brass lead,horn|trombone,low brass,slide brass|tuba,low brass,oompah brass|muted trumpet,trumpet,harmon mute
french horn,horn,soft brass|brass section,brass,horns|synth brass,brass synth,brass stabs|synth brass,brass synth,horns
soprano sax,sax,saxophone|alto sax,sax,saxophone|tenor sax,sax,saxophone|baritone sax,sax,low sax
oboe,reed,woodwind|english horn,reed,woodwind|bassoon,low reed,woodwind|clarinet,reed,woodwind
piccolo,high flute,flute|flute,woodwind,wind|recorder,flute,wooden flute|pan flute,pan pipes,flute
bottle,blown bottle,breathy flute|shakuhachi,bamboo flute,breathy flute|whistle,whistling,whistled tune|ocarina,flute,clay flute
square lead,synth lead,chiptune lead|saw lead,synth lead,sawtooth synth|calliope lead,synth lead,whistle synth|chiff lead,synth lead,breathy synth
charang,guitar synth,synth lead|voice lead,vocal synth,vox synth|fifths lead,synth lead,power synth|bass and lead,synth bass,fat synth
new age pad,pad,bell pad|warm pad,pad,analog pad|polysynth,synth pad,poly synth|choir pad,vocal pad,pad
bowed pad,glass pad,pad|metal pad,pad,shimmering pad|halo pad,pad,heavenly pad|sweep pad,pad,moving pad
rain,crystal synth,atmosphere|soundtrack,cinematic pad,pad|crystal,bells,glassy bells|atmosphere,guitar pad,pad
brightness,bright synth,pad|goblins,eerie pad,spooky synth|echoes,echo synth,pad|sci-fi,space synth,synth
sitar,indian strings,plucked strings|banjo,plucked strings,folk strings|shamisen,japanese strings,plucked strings|koto,japanese harp,plucked strings
kalimba,thumb piano,plucks|bagpipe,pipes,drone pipes|fiddle,folk violin,violin|shanai,reed,oriental reed
tinkle bell,small bells,bells|agogo,bell,percussion|steel drums,steel pan,pans|woodblock,wood percussion,knock
taiko,big drum,war drum|melodic tom,tom,tuned drum|synth drum,electronic tom,tom|reverse cymbal,cymbal swell,reversed cymbal
fret noise,guitar noise,noise|breath,breath noise,noise|seashore,waves,sea|birds,bird song,chirps
telephone ring,phone,ring|helicopter,rotor,noise|applause,crowd,clapping|gunshot,shot,bang"""
PROGRAM_NAMES = [one.split(",") for line in _P.split("\n") for one in line.split("|")]
assert len(PROGRAM_NAMES) == 128
PIECES = {"kick": ["kick", "bass drum", "kick drum"], "snare": ["snare", "snare drum", "backbeat"], "clap": ["clap", "hand clap", "claps"],
          "closed": ["closed hat", "hi-hat", "hat"], "open": ["open hat", "open hi-hat", "hat"], "ride": ["ride", "ride cymbal", "cymbal"],
          "crash": ["crash", "crash cymbal", "cymbal"], "tom1": ["tom", "high tom", "rack tom"], "tom2": ["tom", "mid tom", "rack tom"],
          "tom3": ["floor tom", "low tom", "tom"], "shaker": ["shaker", "shakers", "egg shaker"], "maracas": ["maracas", "shaker", "maraca"],
          "tamb": ["tambourine", "tamb", "jingles"], "conga": ["conga", "hand drum", "congas"], "conga2": ["low conga", "conga", "hand drum"],
          "bongo": ["bongo", "bongos", "hand drum"], "rim": ["rimshot", "rim", "side stick"], "clave": ["claves", "clave", "sticks"],
          "wood": ["woodblock", "wood block", "knock"], "cowbell": ["cowbell", "bell", "cow bell"], "agogo": ["agogo", "agogo bell", "metal bell"],
          "triangle": ["triangle", "ting", "small metal"], "snap": ["finger snap", "snap", "finger click"]}
