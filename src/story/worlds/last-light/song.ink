// The tune: chapel, walled garden, net loft and rock pools, with the fiddler, the beekeeper and the painter.

=== net_loft
= no_way_there
-> whither.to_net_loft
= waited
-> waiting.wait_net_loft
= arrive
You climb through a hatch into a long loft that used to dry nets. Now it dries pictures. They hang from the same hooks by clothes pegs, twenty or more, and every one of them is the lighthouse.
-> DONE
= back
{~Up the ladder, into turpentine and north light.|The loft floor gives a little, like a deck.|One more lighthouse has been pegged up since last time.}
-> DONE
= look
Bare boards, a sloping roof, a window let into it. In the middle an easel; along the ropes, wet lighthouses. The ladder goes down to the Strand.
-> DONE
= listen
Rain that is only gulls' feet on the slates.
-> DONE
= smell
Turpentine, oranges, old cork.
-> DONE
= search
Under the bench you find a biscuit tin of shells and bottle ends, sorted from green to almost blue. The last compartment is empty.
-> DONE

=== easel
= look
{prop("lamp","lit"):The canvas has a streak of yellow across it, not yet dry, put on in one go by somebody laughing.|A big canvas, nearly done: sea, head, tower. Where the lamp should be there is bare white cloth. She has painted right up to the edge of it.}
-> DONE

=== sketch
= look
A pencil drawing no larger than your hand: the tower with its lamp lit, and one figure on the gallery. You could not say how six lines can stand so straight, but you would know him anywhere.
-> DONE

=== chapel
= no_way_there
-> whither.to_chapel
= waited
-> waiting.wait_chapel
= far_place
A small grey chapel with a bell-cote and no bell. The bell is down at the harbour, where it is more use.
-> DONE
= arrive
The chapel holds perhaps forty, if they are fond of one another. The pews are the green of shallow water. A harmonium sits under the window with its lid down, and the hymn board still gives the numbers for the end of summer.
-> DONE
= back
{~You push the chapel door, and it sighs before you can.|Green pews, dust, a patch of sun that has moved along one row.|The coolness in here is a kind of hello.}
-> DONE
= look
Pews, hymn board, harmonium, one plain window. A south door opens to the Strand, and a small one behind the harmonium leads north into a garden.
-> DONE
= listen
{When nobody moves you can hear the building think in creaks.|One of the pews answers the wind, about a minute late.}
-> DONE
= smell
Candle ends and rosemary.
-> DONE
= search
You find eleven hymn books, and in one of them a pressed sea pink and a shopping list: flour, string, courage.
-> DONE

=== hymn_board
= look
Numbers on wooden slips: 12, 31, 91. Twelve years, thirty-one years, ninety-one steps. It is only hymns, of course.
-> DONE

=== harmonium
= look
A walnut box with pedals. Two keys stay down by themselves, and have a dip worn next to them where people rested a finger.
-> DONE
= played
{You pump the pedals and try a chord. It arrives after a short delay, out of breath but willing.|You find two notes that you seem to have heard whistled somewhere, the second a shade long. The harmonium holds on to them well after you let go.}
-> DONE

=== fiddle
= look
{prop("song","strung"):A small dark fiddle with four strings, the newest very bright.|A small dark fiddle with three strings and a gap where the thinnest should be.}
-> DONE
= not_yours
Your hand goes out to the fiddle, and his arm closes round it, gently, like a man with a cat. "Ask me about it instead," says Corin.
-> DONE

=== fiddle_string
= look
A thin steel string, coiled in a twist of brown paper. It wants to be straight again, and hums when you touch it.
-> DONE

=== garden
= no_way_there
-> whither.to_garden
= waited
-> waiting.wait_garden
= arrive
Four high walls shut out the wind so completely that you hear your own coat settle. Apple trees are tied along the brick with their arms out. Three hives stand in a row on the warm side, and in the north wall is a garden gate.
-> DONE
= back
{~The garden keeps its own weather, and lets you in.|Between the walls again, where it is still, just about, September.|You duck under an apple bough that has been expecting taller people.}
-> DONE
= look
Brick walls, apple trees, bean rows cut down for the winter, three hives with stones on their roofs. {is_locked("garden_gate"):The gate in the north wall has rusted solid.|The north gate stands open on the head path.} South is the chapel.
-> DONE
= listen
A low even hum, out of three wooden boxes. You find you have begun to match it.
-> DONE
= smell
Bruised apples, wax and wet earth.
-> DONE
= search
You look under the leaves. A trowel, a china cup without its handle, put there for frogs.
-> DONE

=== garden_gate
= look
{is_locked("garden_gate"):An iron gate in the wall, orange with rust. Both hinges have grown into one piece. It is not fastened; it has simply stopped being a gate.|The iron gate swings on its oiled hinges, pleased with itself.}
-> DONE
= locked
{You push at the garden gate. It is stuck fast with rust, hinge and latch together. Strength will not do it; something slippery might.|The gate does not budge. Rust has it.}
-> DONE
= oiled
You tip the long spout over one hinge and then the other, and count slowly, and lean. The gate says a word that has been building up for years. Then it swings, all the way, and the wind walks in, looks round the garden and thinks it very nice. {near("oona"):"Well," says Oona. "There goes my excuse for not visiting him."}
-> DONE

=== gate_outside
= look
-> garden_gate.look
= locked
-> garden_gate.locked

=== hives
= look
Three white boxes under stones. A few late bees come and go on the landing boards, walking like old gentlemen.
-> DONE
= told
{You bend down and tell the bees, quietly, what has happened so far today. The hum drops half a tone while you speak, and comes up again when you stop. It is astonishing how well they listen.|You tell them the rest. They had guessed some of it.}
-> DONE
= bothered
You think of lifting a lid. The hum goes up, only slightly, as an eyebrow does. You put your hands behind your back.
-> DONE

=== apple
= look
Yellow, freckled, with one leaf on. It looks as if it might be warm.
-> DONE
= here
{A yellow apple has come down in the grass.|The yellow apple is still in the grass, with an ant for company.|In the grass there is that apple.}
-> DONE
= taken
You pick the apple out of the grass and rub it on your sleeve. Nobody owns a windfall.
-> DONE
= eaten
It is sharp first and then very sweet, and cold right to the pips, which you plant with your heel.
-> DONE

=== honey
= look
{held("honey"):Heather honey, so thick that the bubbles in it have stopped where they were. The label says ORRIN, and the year, and "all of us".|A jar of dark honey, catching what sun there is.}
-> DONE

=== rock_pools
= no_way_there
-> whither.to_rock_pools
= waited
-> waiting.wait_rock_pools
= arrive
North of the cove the cliff has come down in slabs, and between the slabs the tide leaves rooms of water behind it, each with its own furniture. You go from one to the next on your hands as much as your feet.
-> DONE
= back
{~The rocks are drier than they were, and the rooms of water smaller.|You know which slabs tip by now, and step on them for the fun of it.|A heron leaves as you arrive, with great tact.}
-> DONE
= look
Black slabs, bright weed, and pool after pool, the deepest of them as long as a bed. There is no way on northward but for birds. The cove lies south.
-> DONE
= listen
Small wet clicks: limpets, settling in for the evening.
-> DONE
= smell
Iodine and cold.
-> DONE
= search
You lift one curtain of weed and let it down again. A crab had been standing behind it with both fists up.
-> DONE
= touch
The water closes round your fingers, colder than you had thought water went.
-> DONE

=== pool
= look
{A prawn like blown glass walks along the bottom, stops, and regards you through it all.|Red anemones, shut like sweets. While you keep still, one of them opens.|The sky is in it, and your face, and after a while only the sky.}
-> DONE

=== sea_glass
= look
Glass worn soft by the sea, of a blue that is not quite any of the others. Hold it up, and the whole evening goes through it.
-> DONE
= here
{A piece of blue sea glass is caught in a crack between two slabs.|Something blue winks from its crack: the sea glass.|The sea glass is in its crack yet.}
-> DONE
= taken
You work the sea glass out of its crack with one finger. It comes away wet and shining, and dries to something shyer.
-> DONE

=== corin
= look
Thin, thirty or so, with rosin on one sleeve. He has the look of a man listening to something in the next room.
-> DONE
= here
{at("quay"):{A young man stands at the end of the stones with a fiddle, playing the tune out to sea: Corin, out of his chapel at last.|{~Corin is playing, softly, with his eyes on the water.|Corin has put the fiddle down to blow on his fingers.}}|{In the front pew a young man sits with a fiddle across his knees, not playing it. This is Corin.|{~Corin plucks a string, and waits to see what it will say.|Corin is walking up and down the aisle in three-four time.|Corin has his ear against the back of the fiddle.|Corin hums, stops, begins again from the same place.}}}
-> DONE
= greet
{"Oh. Hello. Corin," says the young man, and half stands, and knocks over a hymn book. "I'm not anybody. I mean I play. When it goes."|{~"You again, good, that's good," says Corin.|Corin lifts his bow instead of a hat.|"I was just, well. I wasn't," says Corin. "Hello."} {prop("corin","promised"):"You did say you would. I've been sort of counting on it."}}
-> DONE
= talk
{~"I can do jigs," says Corin. "Anyone can do jigs. It's the slow ones that look back at you."|"Do you ever get a tune that stops," says Corin, "and you're still, sort of, standing there with your foot up?"|"My gran played at every wedding on this island," says Corin. "Then nobody got married for a bit. You can't blame them. There were nine of us."}
-> DONE
= repeats
{~"Did I not say? I thought I said," says Corin.|"That's all of it, really," says Corin.|Corin plays you the answer. It is the same answer.}
-> DONE
= song_asked
"It's called Come Home," says Corin. "It's on the bell, even, the name is. My gran had the whole of it. She gave everyone a bit to keep, so it wouldn't get lost. One to the ferry, one to the garden, one to the light. She thought they'd talk to each other." He looks at the fiddle. "And my top string's gone. I put a notice up. I think it was for a glove."
-> DONE
= hears_first
You give him the first phrase as Bram whistles it. Corin's head comes up. "The second one's longer," he says. "All these years I've had it even. It's somebody looking over their shoulder." He plays it, twice, and shuts his eyes at the place.
-> DONE
= hears_middle
You hum what Oona hums, going up, and stop where she stops. Corin follows a beat behind you, hand over hand, like someone on a ladder in the dark. "And it waits there," he whispers. "It's allowed to wait."
-> DONE
= hears_last
You knock it on the back of a pew: three short, and a rest. Corin stares at the wood. "That's how it ends? That's not an ending. That's someone at the door." A grin comes up in him slowly, from a long way down.
-> DONE
= string_given
Corin unwinds the brown paper as though it might fly off. Then he is all elbows and pegs for a minute, biting his lip, and the new string climbs by quarter tones till it sits among the others. He draws the bow across all four. The pews answer. "Oh," he says. "There you are."
-> DONE
= song_played
He does not say yes. He just stands up and plays it. Two notes, the second looking over its shoulder; then the long climb, and the wait at the top, which goes on for exactly as long as you can bear; and then three knocks and a silence with its arms open. You have both forgotten to breathe.
"It wants to be outdoors," says Corin. He has the case under his arm already. "The quay. Where a ship could hear it." And off he goes down the Strand, with his coat on inside out.
-> DONE
= t_tune
{stage("song") > 1:"It was only ever waiting for someone to go round and ask," says Corin.|"There's a start and a middle and a last bit," says Corin. "Bram, then Oona, then Mr Vane. I can't ask them. I go to, and then I, well, I come back here." {prop("song","strung"):He tries the new string.|He touches the gap where a string should be.}}
-> DONE
= t_tune_first
{prop("song","first"):"Long second note," says Corin, and shows you. "Like that."|"The boat's bit," says Corin. "He whistles it. I can never quite hear it over him being cheerful."}
-> DONE
= t_tune_middle
{prop("song","middle"):"Up, and up, and then you don't move," says Corin.|"The garden's bit," says Corin. "She only does it for the bees, and they've not passed it on."}
-> DONE
= t_tune_last
{prop("song","last"):"Three, and a rest," says Corin. "It was a door. It was a door all the time."|"The light's bit. I wouldn't dare," says Corin.}
-> DONE
= t_fiddle
"It was my gran's, and it still does what she says," says Corin.
-> DONE
= t_fiddle_string
{prop("song","strung"):"She's a beauty," says Corin. "Bit bossy."|"The top one went at harvest supper, right in the slow air. I posted to the mainland for one. I don't think it ever, well, Wenna would know."}
-> DONE
= t_bell
"It's an E flat," says Corin. "It's been telling us the name of the tune for a hundred years, and we ring it for fog."
-> DONE
= t_harmonium
"Don't hurry it," says Corin. "It's got asthma and opinions."
-> DONE
= t_hymn_board
"I left it up. I liked the sum," says Corin.
-> DONE
= t_island
"Some places you play for people," says Corin. "Here you sort of play along."
-> DONE
= t_bram
"He whistles flat," says Corin, "but his timing's perfect. It's the sea does that."
-> DONE
= t_oona
"She frightens me," says Corin, "in a nice way. Like a clean window."
-> DONE
= t_idris
"He came to my gran's funeral in the full coat, with every button. He stood at the back and he knocked on the door frame, just lightly, going out. Three times. I never knew why."
-> DONE
= t_wenna
"She let me practise in the sorting room," says Corin. "She said it helped the parcels settle."
-> DONE
= t_nell
"She could dance," says Corin. "She'd come down all ninety-one steps, and dance, and go back up."
-> DONE
= t_ines
"She asked me what colour a minor third was," says Corin. "I've thought of nothing else."
-> DONE
= t_lamp_dark
{prop("lamp","lit"):"I can see my fingers," says Corin, "every twelve seconds. It keeps me in time."|"It's like the drone's stopped, you know? You only hear it when it's not there. Three nights."}
-> DONE
= t_great_lamp
-> corin.t_lamp_dark
= t_weather_turning
"Gut hates it," says Corin. "Steel doesn't care."
-> DONE
= t_corin
"I'm better with a tune in front of me," says Corin, "to be behind."
-> DONE
= unknown
{~Corin opens his mouth, and a small discouraging sound comes out of the fiddle.|"I'd have to hear it first," says Corin.|"Sorry. I was miles away. I still am, a bit," says Corin.|"No idea. Is that bad?" says Corin.}
-> DONE
= said
{tone() == "sad" || tone() == "anxious" || tone() == "tired":{Corin plays one low note underneath, to keep you company.|"Yes," says Corin. "Oh, yes." He has turned all the way round to you in the pew.}|{~Corin nods in time to it, as if it had a beat.|"That's got a nice fall to it," says Corin. "What you said."|"Say the end bit again?" says Corin. He hums it. "Right. Yes."|Corin forgets to be shy for as long as it takes to say, "That's brilliant."|"Huh," says Corin. He looks as if he might write that down, and looks for a pencil, and it is behind his ear.}}
-> DONE
= told
Corin goes quite still. "Nobody tells me things," he says. "I'm glad it was you."
-> DONE
= thanked
{~"Oh, no, well. Any time," says Corin, to his shoes.|Corin goes pink, and retunes.}
-> DONE
= sorry
{~"It's fine," says Corin. "It was only one wrong note."|"From the top, then," says Corin.}
-> DONE
= hurt
{Corin looks down and loosens his bow, turn by turn. "Right," he says. "Yes."|A string slips, all by itself, and neither of you mentions it.}
-> DONE
= declined
"I'd only lose it," says Corin. "I've lost a music stand."
-> DONE
= promise
Corin gets out a pencil and writes your promise in the margin of a hymn, where it scans. "Now it's got a tune," he says.
-> DONE
= story
"A fiddler went to sleep on the fairy hill," says Corin, "and when he woke up he knew every tune but one. So he spent his life going round asking people for it. And they always gave him a bed, and their own best song, and by the end," he says, "he'd forgotten he was looking. I think that was the one."
-> DONE

=== oona
= look
Very old, very upright, in a man's hat with a veil pinned up on it. Her hands are brown and move slowly, so as not to startle anything.
-> DONE
= here
{An old woman in a veiled hat is tying up beans, or untying them. Oona, that will be; the garden is hers.|{~Oona has sat down on a bucket to look at her trees.|Oona is talking to the left-hand hive, in confidence.|Oona is cutting twine with her teeth.|Oona has laid three apples on the wall, and moves one.}}
-> DONE
= greet
{"Stand there," says Oona. "Let them smell you." After a time she nods. "They don't mind you. What's your business?"|{~"Boots off the leeks," says Oona, by way of welcome.|Oona tips the hat by half an inch.|"Come back, have you? Good," says Oona.} {prop("oona","promised"):"You owe me a promise. I've told the bees to remind you."}}
-> DONE
= talk
{~"Folk go on about patience," says Oona. "It's only looking at something for long enough."|"I'm eighty-eight," says Oona. "The pear's a hundred. We don't rush each other."|"Bees want the news," says Oona. "Births, deaths, arguments. If you don't tell them they take it hard."}
-> DONE
= repeats
{~"Told you," says Oona.|"Same as it was," says Oona.|"You've had that one," says Oona.}
-> DONE
= honey_given
Oona thinks it over, and unhooks a jar from a string in the shade. "That's Mara's," she says. "She'll say she can't take it. Put it down and walk off."
-> DONE
= t_tune
{stage("song") > 1:"I heard," says Oona. "So did they. The queen came out to look."|{"I've the middle of it," says Oona, and without any fuss she hums: up, and up, and then one note held, while a bee walks the whole length of her sleeve. "There. It goes up, and waits. I don't know what for. Ask the light."|"Up, and wait," says Oona.}}
-> DONE
= t_hives
"Left one's cross, middle one's clever, right one's kind," says Oona. "You want all three."
-> DONE
= t_honey
"Heather," says Oona. "There's a jar for whoever's asking, if they ask nice."
-> DONE
= t_apple
"Windfalls are anybody's," says Oona. "Bram likes a yellow one. He'll not say."
-> DONE
= t_stuck_gate
{is_locked("garden_gate"):"Rusted shut the winter she left. He used to come through it for eggs," says Oona. "Wants oil, and I've only goose fat."|"Now I'll have to sweep the path," says Oona. She sounds delighted.}
-> DONE
= t_island
"It's a rock with ideas," says Oona.
-> DONE
= t_idris
{"Fell on the stair, at the back end of summer," says Oona. "Knee like a cabbage. I sent him comfrey, and he sent it back with a note to say he was quite well." She snaps a bean. "Quite well."|"Proud as a cockerel," says Oona, "and about as good at hiding it."}
-> DONE
= t_idris_knee
-> oona.t_idris
= t_mara
"Feeds people so they'll sit still," says Oona. "Nothing wrong with that."
-> DONE
= t_pim
"She comes over that wall for the plums, and leaves me shells in payment," says Oona. "I've more shells than plums."
-> DONE
= t_corin
"Good hands. He wants pushing, is all. Not hard," says Oona.
-> DONE
= t_nell
"She got stung on her first day here, and didn't drop the frame," says Oona. "I thought: you'll do."
-> DONE
= t_ines
"Paid me for an apple so she could draw it," says Oona. "Then she ate it. Sensible."
-> DONE
= t_lamp_dark
{prop("lamp","lit"):"Bees can't see it," says Oona. "I told them."|"Moths have gone elsewhere," says Oona. "I notice that sort of thing."}
-> DONE
= t_great_lamp
-> oona.t_lamp_dark
= t_weather_turning
"They're all indoors by three," says Oona, with a thumb at the hives. "There's fog in it."
-> DONE
= t_oona
"I'm what's left when you stop fussing," says Oona.
-> DONE
= unknown
{~"Couldn't tell you," says Oona. "Ask somebody busier."|Oona bends to the hive. "They don't know either," she reports.|"Before my time," says Oona, "and that's going some."|"That's indoors talk," says Oona.}
-> DONE
= said
{tone() == "sad" || tone() == "anxious" || tone() == "tired":{Oona goes on with her knot until you have finished, and then ties it, firmly, as if your words were in it.|"Ah," says Oona. It has a good deal of weather behind it.}|{~Oona goes on with her knot until you have finished, and then ties it, firmly, as if your words were in it.|"I'll pass that on," says Oona, to the hives or to you.|"Ah," says Oona. It has a good deal of weather behind it.|"That's one way to grow it," says Oona.|Oona looks you up and down. "Hm," she says. "There's something in you."}}
-> DONE
= told
Oona takes off her hat. She goes along the row, stooping to each box in turn, and says it over again to them before she says anything to you. "That's all of us told," she says.
-> DONE
= thanked
{~"Eat an apple," says Oona.|Oona clicks her tongue. She is not displeased.}
-> DONE
= sorry
{~"It's compost," says Oona. "It'll do something some good."|"Said is said, and over is over," says Oona.}
-> DONE
= hurt
{The hum rises by a hair. Oona lays her palm on the nearest hive till it settles. "Not in here," she says.|Oona turns back to her twine. "Go and shout at the sea," she says. "It likes it."}
-> DONE
= declined
"I'm giving things up, not getting them," says Oona.
-> DONE
= promise
"Say it to them," says Oona, and waits while you say it again, into the middle hive. "They've long memories for a short life."
-> DONE
= not_yet
{"We've only just met," says Oona. "Pass the time of day first."|"When I know your step," says Oona.}
-> DONE
= story
"There was a king and a bee," says Oona. "The king said, work for me. The bee said, what do you make? And he couldn't think." She ties off the row. "He keeps goats now, I believe. Happy."
-> DONE

=== ines
= look
Paint to the wrists, a pencil through her hair, a man's fisherman jersey down to the knee. She looks at edges, not at things.
-> DONE
= here
{A woman with a brush crosswise in her teeth is standing very far back from an easel. She takes it out to tell you: Ines.|{~Ines is mixing a grey, and talking to it.|Ines has her head upside down, to see whether the picture holds.|Ines is cleaning one brush for a long time.|Ines holds up a thumb, at you, at the window, at you.}}
-> DONE
= greet
{"Stay in that light one second. So. Thank you," says Ines. "I am here since June, to paint one lamp. And now the lamp does this to me."|{~"Come up, come up, mind the blue," says Ines.|"You have brought some weather on your coat. It is a good colour," says Ines.|Ines waves with the wrong end of a brush.} {prop("ines","promised"):"And the thing you promised me, it goes well?"}}
-> DONE
= talk
{~"Everyone says the sea is blue," says Ines. "Has anyone looked? Once, in August, at four. Otherwise, no."|"What do you see first in a room?" says Ines. "Me, the corners. It has made my life difficult."|"In my city," says Ines, "there are so many lamps that nobody has one."}
-> DONE
= repeats
{~"This layer is dry," says Ines.|"I have painted that for you already," says Ines.|"The same, but smaller," says Ines.}
-> DONE
= glass_given
Ines carries the sea glass to the window, and says something in another language, and holds it against the sky and then against the bare place on her canvas. "Here. This is the colour round the light, not of the light. All summer I looked for it in tubes." She unpegs a small sketch and gives it to you, picture side down. "A swap, as the little one says. For you, or for someone who should be reminded."
-> DONE
= sketch_kept
"Ah, no," says Ines, and puts herself between. "I take only trades. I am one shade short: bring me a blue I do not have."
-> DONE
= t_easel
{prop("lamp","lit"):"Finished," says Ines. "I did not stop to think, thanks be to God."|"I can invent a sky," says Ines. "I cannot invent a lamp. So there is a hole, and I walk round it, like you all do."}
-> DONE
= t_sketch
{held("sketch"):"Give it to the man in it," says Ines, "or keep it. Both are right."|"I made it on the second evening," says Ines. "He came out to polish the rail. He does not know that he was seen."}
-> DONE
= t_sea_glass
"There is a blue which is only in the north pools, after the ebb," says Ines. "I go, and I slip, and I come back with a crab."
-> DONE
= t_island
"It is two hundred greys and one red door," says Ines. "It is enough for a life, if you are slow."
-> DONE
= t_lamp_dark
{prop("lamp","lit"):"Look at my hands! They are running after it," says Ines.|"Three nights I sit at this window with the yellow ready," says Ines. "It makes a skin. I think, perhaps somebody up there also has something that makes a skin."}
-> DONE
= t_great_lamp
-> ines.t_lamp_dark
= t_idris
"He stands like a letter I," says Ines. "Now he sits like a question. I do not like it."
-> DONE
= t_bram
"He moves his pullover into the sun so I can have that red," says Ines. "He thinks I do not notice."
-> DONE
= t_pim
"My dealer," says Ines. "She sells me green bottle ends at a wicked price."
-> DONE
= t_wenna
"I post her a drawing every week, addressed to herself," says Ines. "She delivers it. She has never said one word."
-> DONE
= t_corin
"He plays under my floor at night," says Ines, "the same question. Never the answer."
-> DONE
= t_mara
"I pay for the loft in portraits of jam," says Ines.
-> DONE
= t_tune
"It goes up, up," says Ines, "and then he coughs. So I have only ever heard it to the cough."
-> DONE
= t_weather_turning
"The white is coming," says Ines. "Tomorrow all the edges will be gone. I am quite looking forward."
-> DONE
= t_ines
"I came for a fortnight," says Ines. "One does."
-> DONE
= unknown
{~"That I have not drawn," says Ines, "so I do not know it."|Ines tilts her head until it is nearly level. It does not help.|"You ask me words," says Ines. "Ask me colours."|"Maybe. From here it is only a shape," says Ines.}
-> DONE
= said
{tone() == "sad" || tone() == "anxious" || tone() == "tired":{Ines stops with the brush in the air, and a drop falls, and she lets it.|Ines puts down the brush. She does not often put down the brush.}|{~"Say the middle part again? No. I have it," says Ines.|Ines has drawn something while you spoke, on the back of her hand.|"That has a good shape," says Ines. "I would not touch it any more."|"So?" says Ines, and her eyebrows go up to where the pencil is.|Ines turns it over, as one turns a shell. "Yes," she says. "It is like that."}}
-> DONE
= told
"So. That changes where the shadow goes," says Ines slowly. She means it as thanks.
-> DONE
= thanked
{~"De nada. Look, you are smiling, hold still," says Ines.|Ines makes a bow, and gets turpentine on her chin.}
-> DONE
= sorry
{~"Painted over," says Ines.|"It was a little too red," says Ines. "Now it is right."}
-> DONE
= hurt
{Ines puts her brush down on its side, carefully. "I go on working," she says. "You may look out of the window until it passes."|Ines squints, as at a colour that has gone muddy.}
-> DONE
= declined
"What would I do with it? I would only draw it," says Ines.
-> DONE
= promise
Ines dips her finger in yellow, and puts one dot on the door post, at the height of your heart. "When you have done it we make it blue," she says.
-> DONE
= story
"A painter had one pot of gold," says Ines, "and he kept it for the important thing. All his life. When they opened it, it was dry as a biscuit. So I," she says, "I put my yellow on toast, on everything."
-> DONE
