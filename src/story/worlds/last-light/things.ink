// The things: what is seen on a closer look, and what comes of handling them.

=== letter
= look
{held("letter"):A blue envelope, heavy paper, sealed. "Idris Vane, the Light, Orrin", it says, in a quick slanting hand, and in the corner a small drawing of a ship.|The blue envelope looks well where it is.}
-> DONE
= sealed
{It is sealed, and it is not yours. You turn it over once and let it be.|You hold it up to the light. A good thick envelope. It keeps its counsel.|It would only take a thumb. You put it back in your pocket instead.}
-> DONE
= not_theirs
You hold out the letter, and it is looked at with interest, and handed back. <>
{~"Idris Vane," the envelope says, and so does the face.|It has a name on it, after all.}
-> DONE
= not_posted
Wenna reads the address through her glasses and then over them. "I could," she says. "It would be stamped, sorted, put in that pigeonhole there, and collected by a man with a bad knee. Or you could walk up the hill." She slides it back under the grille.
-> DONE
= with_idris
{Idris has it open on his knee, and is reading the second page for the third time. It is his to read.|The letter is back in its envelope, and the envelope is inside his coat.}
-> DONE
= smell
Paper, and very faintly engine oil.
-> DONE
= touch
Heavy paper, a little soft at the corners from your pocket.
-> DONE

=== bell
= look
{A brass bell the size of a bucket, green with salt, with a rope spliced to its tongue. Around the rim are letters you can just read: COME HOME.|The harbour bell. COME HOME, it says round the rim.}
-> DONE
= rung
{You give the rope one pull. The bell says a single low word, and the water carries it out past the rocks, and the hush afterwards is wider than before.|You ring it again. Up in the village, a shutter opens a crack, and closes.|One more stroke, and it goes out over the water. Nothing answers yet.}
-> DONE
= touch
You lay your hand on it. It is still humming from some other time.
-> DONE

=== ferry
= look
{prop("lamp","lit"):The Petrel sits easy on her ropes, her brass picking up the light each time it comes round.|The Petrel is thirty feet of blue paint and patience. There is a cushion on the wheelhouse bench, and a mug on the cushion.}
-> DONE

=== board
= look
{The notices are held with sea-green pins. "Ferry: last crossing, weather permitting." "Jam, ask Mara." "Found, one glove." And a new one in pencil, in a child's capitals: "THE LIGHT IS NOT BROKEN. IT IS RESTING."|The same notices. Ferry, jam, one glove, and THE LIGHT IS NOT BROKEN. IT IS RESTING.}
-> DONE
= read
-> board.look

=== matches
= look
A box of long kitchen matches with a ship on the label, nearly full.
-> DONE
= here
{A box of matches lies on the shelf by the stove.|On the shelf by the stove is the box of matches.|The matches have not left their shelf.}
-> DONE
= struck
{You strike one and hold it till it has burned halfway down. A small steady flame. You shake it out, and keep the rest.|You strike another match and watch it. Then you put it out; these have work to do.}
-> DONE
= taken
You take the matches from the shelf. {near("mara"):"You'll bring back what you don't use," says Mara, which seems to be a yes.}
-> DONE

=== bun
= look
A ginger bun the size of a fist, split and shining on top. It is still warm.
-> DONE
= here
{One ginger bun is left on a plate on the counter.|The bun is still on its plate, and still nobody's.|The last bun waits on the counter.}
-> DONE
= taken
You take the ginger bun, wrapped in a paper napkin. {near("mara"):"On the house," says Mara. "The house is closed, so nobody has to know."}
-> DONE
= eaten
{near("pim"):You eat the bun under Pim's attentive eye. She does not say anything, all the way to the last crumb.|You eat the ginger bun. It is dark and sticky, and it goes all the way down to your feet.}
-> DONE
= not_held
You would have to take it first. It is only manners.
-> DONE
= smell
Ginger and burnt sugar.
-> DONE

=== cloth
= look
A square of linen washed so often that it has gone soft as skin.
-> DONE
= here
{A clean linen cloth hangs over the rail of the stove.|A cloth is drying on the rail.|The cloth has been folded, and hung up again.}
-> DONE
= taken
You take the linen cloth off the rail. It is warm.
-> DONE

=== stove
= look
A black iron stove with a kettle on it and a rail round it, for cloths and cold hands.
-> DONE
= listen
{The kettle is working up to something. It has been working up to it all day.|A tick, as the iron settles; and the lid, which has a word to say about it.}
-> DONE
= warmed
{You hold your hands out to the stove until the feeling comes back into the tips of them.|You warm your hands again. There is no hurry about it.}
-> DONE

=== bench
= look
A whitewashed bench against the wall of the yard, out of the wind. There is room on it for two.
-> DONE
= sat
{near("idris") && stage("lamp") < 4:{You sit down on the bench. Idris moves over by an inch, which is a good deal, and for a time you both watch the sea.|You sit for a while. It is easier to look at the same thing than at each other.}|You sit on the bench and watch the light change.}
-> DONE

=== iron_key
= look
{held("iron_key"):A long iron key, black and smooth, with a brass tag: LIGHT. The handle is worn to the shape of somebody else's thumb.|{owner("iron_key") == "idris":A long iron key hangs from Idris's belt. His hand goes to it from time to time, as if to ask it something.|The long iron key, with its brass tag: LIGHT. It looks lost, lying here.}}
-> DONE
= touch
Cold, heavy, and worn smooth where a thumb goes.
-> DONE

=== logbook
= look
The logbook is bound in blue cloth, its corners rubbed white.
-> DONE
= here
{The logbook lies on the desk, squared to the edge.|On the desk lies the logbook, shut.|The logbook is on its desk.}
-> DONE
= read
{You turn the last pages. "Lit 16.52." "Lit 16.49." "Lit 16.47, two rests on the stair." "Lit 16.50, four rests." Then, in the same neat hand: "Not lit." And under that, nothing.|You leaf back instead, years back. In among the neat entries is another hand, quick and slanting: "Lit 21.04, and I did it BY MYSELF. N."|You find the page again: two rests on the stair, then four, then "Not lit." He never missed a day before that, not in thirty-one years.}
-> DONE

=== photograph
= look
{Two people squint into the sun on the gallery of the lighthouse: Idris, with more hair, and a girl of about seventeen with an oil can in each hand, laughing at whoever holds the camera. On the frame is written: "N., first light."|Idris and the laughing girl. "N., first light."}
-> DONE

=== great_lamp
= look
{prop("lamp","lit"):It burns with a tall steady flame, and the ring of lenses turns it into a beam you could lean on.|A tower of brass and lenses, taller than you. {prop("lamp","wick"):A new wick stands ready in the burner|The burner at its heart is empty, with no wick in it}, and {prop("lamp","oil"):the oil well is full.|the oil well is dry.}}
-> DONE
= wick_fitted
You thread the new wick up through the burner and turn the little wheel until it stands as high as your thumb. It fits as though it had been waiting for it. Now it needs something to drink.
-> DONE
= oil_poured
You unscrew the cap of the well and pour, slowly, and the oil goes down without a splash. The level climbs to the scratched line and stops there. Now it needs a wick to draw it up.
-> DONE
= ready
{prop("lamp","wick"):You work without hurrying, and nothing spills.} The oil is in and the wick is in, and while you watch the one goes creeping up the other, dark and even, to the very tip. The lamp is ready. <>
{held("matches"):All it wants is a flame.|All it wants is a flame, and you have none.}
-> DONE
= full
The well is full to the line already.
-> DONE
= lit
You strike a match, cup it, and touch it to the wick. For a moment there is a blue bead and nothing more. Then it takes. The flame stands up tall and yellow, the lenses catch it, the gears let go with a sigh, and the beam goes out of the glass and away over the water{prop("lamp","clean"):, sharp as a drawn line|, softened a little by the salt on the panes}.
Below you a door opens in the village, and then another. Far off in the dark, where there was only sea, a ship's lamp answers: three short flashes, a rest, and three again.
Somebody down in the yard laughs out loud. You did not know he could.
-> DONE
= burning
It is burning already, and means to go on.
-> DONE
= no_flame
The lamp is ready, but you have nothing to light it with. A match would do.
-> DONE
= not_ready
{prop("lamp","wick"):There is a wick, but no oil to feed it. It would smoke and go out.|{prop("lamp","oil"):There is oil enough, but no wick to carry the flame.|You could hold a flame to it all night. With no wick and no oil there is nothing in it to burn.}}
-> DONE
= touch
{prop("lamp","lit"):Much too hot for that.|The brass is cold, and ridged with years of polish.}
-> DONE

=== glass
= look
{prop("lamp","clean"):The panes are so clear that a gull going by looks in, surprised.|A season's salt has dried on the panes in long grey tears. The sea shows through as if it were somebody else's.}
-> DONE
= cleaned
You go round pane by pane, breathing on the glass and rubbing in small circles, until the cloth is grey and the sea comes up bright and close. It takes a while. It is a good while.
-> DONE
= no_cloth
You try it with your sleeve, and make one clear spot the size of a coin. It wants a proper cloth.
-> DONE

=== hull
= look
{is_hidden("gap"):{A fishing boat, turned over and tarred many times. The grass has grown up along one side of it but not the other, which is odd.|The old hull lies keel up. The shingle on its far side has been walked on, and not by gulls.}|The old hull, keel up. From here you would never guess that there is a way in behind it.}
-> DONE
= touch
Sun has never warmed this tar. It is cold, and a little sticky.
-> DONE

=== shell
= look
A small shell with brown and white stripes, going round and round to a point too fine to see.
-> DONE
= here
{Among the grey stones one striped shell stands out, as if placed there.|The striped shell is where it was, among all that grey.|Grey stones, and one shell with stripes.}
-> DONE
= listen
You hold it to your ear. It has the whole sea in it, and the sea is a long way off.
-> DONE

=== chest
= look
{prop("chest","open"):The lid is thrown back. {owner("oil_can") == "boathouse":The oil can sits in one corner.} {owner("wick") == "boathouse":A coil of wick lies on the folded sacking.} {owner("oil_can") != "boathouse" && owner("wick") != "boathouse":Nothing is left in it but sacking, and a smell.}|A sea chest, painted blue, with rope handles. LIGHT STORES is stencilled on the lid. It has a catch, but no lock.}
-> DONE
= opened_first
The lid comes up with a groan that has been saved for years. Inside, on folded sacking, sit a brass oil can, full to the cap, and a coil of new wick as thick as your finger. LIGHT STORES, says the stencil, and for once a label is the plain truth.
-> DONE
= stays
You lower the lid, but the hinge has had enough, and it falls open again. You leave it so.
-> DONE

=== oil_can
= look
A brass can with a long thin spout. {prop("lamp","oil"):It is a good deal lighter than it was.|It is full, and sealed with a wax cap.}
-> DONE
= here
The oil can stands in the open chest.
-> DONE

=== wick
= look
A coil of new wick, woven flat, as thick as your finger and clean as a bandage.
-> DONE
= here
A coil of new wick lies on the sacking in the chest.
-> DONE

=== tower_door
= look
{is_locked("tower_door"):A green door, heavy and shut. The keyhole has been oiled; the step has not been swept.|The green door stands ajar, and cool air comes out of it.}
-> DONE
= locked
{The green door does not move. It is locked, and it is the kind of door that takes that seriously.|Still locked. You put your shoulder to it, for form's sake.|Locked. The keyhole is a long one: an old iron key, you would say.}
-> DONE
= no_key
{You have nothing that would fit that lock. It will be an iron key, and long.|The lock wants its own key, and you do not have it.} {owner("iron_key") == "idris":Behind you, on the bench, something clinks.}
-> DONE
= opened
The key goes in as if it knew the way. It turns once, twice, and the green door comes open on a breath of cool, still air. {near("idris"):Behind you Idris says nothing at all, very loudly.}
-> DONE
= unlocked
{~The key turns twice, and the door comes open.|The lock gives its two clicks, and lets go.}
-> DONE
= knocked
You knock on the green door, and hear it go up and up inside. Nobody comes down. {near("idris"):"I'm out here," says Idris.}
-> DONE
