// The people: how they are met, what they say of what, and what they do when they have no answer.

=== bram
= look
A broad man in a blue jersey with one sleeve darned in red. He looks at the sky before he looks at you, every time.
-> DONE
= here
{Bram, the ferryman, sits on a bollard mending something that may be a net.|{~Bram is still on his bollard, working a needle through the net.|Bram has stopped mending to watch a cloud.|Bram whistles two notes, over and over, and mends.}}
-> DONE
= greet
{"There you are," says Bram. "Got your land legs? Good. The name's Bram, on and off the water."|{~"Hello again," says Bram, and nods at the sky. "Holding, so far."|Bram lifts the needle in greeting.|"Still here," says Bram. "Both of us."} {prop("bram","promised"):"And I've not forgotten what you promised."}}
-> DONE
= talk
{~"Ask me about the weather," says Bram, "or the light. I'm good for an hour on either."|Bram tells you about a seal that follows the boat on Thursdays. Only Thursdays. He has checked.|"You'll want to see Idris with that letter," says Bram. "Up the lane, keep north till you run out of island."}
{stage("lamp") > 3: He keeps looking up at the light while he talks, and losing his thread, and not minding.}
-> DONE
= t_lamp_dark
{prop("lamp","lit"):"Dark? That?" Bram points with his needle at the beam going round. "Never heard of it."|{"Three nights," says Bram, and puts the needle down. "Never missed one in thirty-one years, and now three together. I asked him. He said it was a fine evening." He picks the needle up again. "Somebody he hasn't known for thirty years might get a better answer."|"Three nights dark. I can find this quay blind, but there's others out there who can't." He looks at you sideways. "You've a letter for him. That's a reason to knock."}}
-> DONE
= t_great_lamp
-> bram.t_lamp_dark
= t_weather_turning
{prop("lamp","lit"):"Let it turn," says Bram. "There's a light."|{"It's going round to the west," says Bram. "Nothing wicked. But it'll be thick by morning, and I'd sooner everybody was where they meant to be."|"West, and thickening. I can feel it in the darned elbow."}}
-> DONE
= t_island
{"Orrin? Forty people in summer, nine in winter, and the nine are the better for it." He thinks. "Don't tell the forty."|"Everything on Orrin is uphill, except coming back," says Bram.}
-> DONE
= t_idris
{"You'll find him up at the yard. North, and north again. He'll be sitting outside his own front door like a man who has lost the key, and he hasn't, it's on his belt."|"He's not unfriendly. He's just been talking to a lamp for thirty-one years, and it doesn't interrupt."}
-> DONE
= t_mara
"East side of the lane, where the steam is. She'll say she's closed. Sit down anyway."
-> DONE
= t_pim
"Pim? She's Mara's sister's girl. Down at the cove, most days, in business. Take something to trade."
-> DONE
= t_letter
"I only carry them," says Bram. "But that one came off the Curlew, hand to hand, and whoever handed it over made me say the name back twice."
-> DONE
= t_nell
{"Nell Hart. Grew up on that stair, near enough. Then there were words, and then there was a boat, and it was mine." He pulls a stitch tight. "She's mate on the Curlew now, I hear. Supply run. She'll go by tonight, like as not."|"Went off standing in the bow, looking back the whole way," says Bram. "I told no one that. Well. Idris."}
-> DONE
= t_ferry
"The Petrel? She's not fast," says Bram, "but she's never once been late for anything that mattered."
-> DONE
= t_bell
"Ring it if you like. It's for fog, and for finding out who's awake."
-> DONE
= t_bram
"Me? There's the boat, and there's the weather, and there's what I have for supper," says Bram. "It's a full life."
-> DONE
= t_tune
{stage("song") > 1:"Listen to him," says Bram, and for once he does not whistle. "The whole of it."|{Bram whistles his two notes for you, slowly. The second hangs on a little longer than you expect. "That's the start," he says. "That's all I was ever given. You look back on the second one; that's how I was taught it."|"Two notes, and look back," says Bram.}}
-> DONE
= t_wenna
"Never lost a letter," says Bram. "I dropped her bag in the harbour once. She had it ironed."
-> DONE
= t_oona
"Straight along the Strand, and through the chapel," says Bram. "Wipe your feet, even though it's a garden."
-> DONE
= t_corin
"I play my bit at him every time he goes by," says Bram, "and he goes by faster."
-> DONE
= t_last_post
"I'll take her bag out to the Curlew tonight," says Bram. "If I've a light to steer home by."
-> DONE
= apple_given
Bram turns the yellow apple to find its best side. "She's a hard woman, Oona," he says, "and she remembers what everyone likes." He eats it in four bites, core and all, and puts the leaf in his hatband.
-> DONE
= repeats
{~"Same tide as before," says Bram.|"You've had that yarn," says Bram.|"Aye, as I told you," says Bram.}
-> DONE
= unknown
{~Bram turns it over. "You'd have to ask somebody with their feet on the ground," he says.|"Couldn't say," says Bram, and squints at the horizon as though it might be written there.|"Now that I don't know. I know ropes."|Bram opens his mouth, thinks better of it and offers you a peppermint instead.}
-> DONE
= said
{tone() == "sad" || tone() == "anxious" || tone() == "tired":{"That's a thing to be carrying about," says Bram. He makes room on the bollard.|Bram stops the needle, and leaves it stopped until you have done.}|{~Bram listens with his head on one side, as he does to the weather. "Aye," he says, at the end of it.|"I'll think about that on the crossing," says Bram. "There's not much else to do on the crossing."|Bram nods slowly, as he might at a change of wind.|"Say that again?" says Bram; and, when you have, "That's what I thought you said." He looks pleased with it.|"Well now," says Bram. He gives it three stitches' worth of thought.}}
-> DONE
= told
Bram hears you out, and the needle stops. "Well now," he says. "I'm glad I know that."
-> DONE
= thanked
{~"No trouble," says Bram.|Bram waves it off with the needle.|"Ah, go on," says Bram, pleased.}
-> DONE
= sorry
{~"Nothing broken," says Bram.|"Forgotten," says Bram, and means it.}
-> DONE
= hurt
{Bram's eyebrows go up, and he turns a little on the bollard, back to his net. "Long day, was it," he says, not unkindly.|Bram lets that one go by like a bad wave, and waits for the next.}
-> DONE
= declined
"Keep it," says Bram. "Anything I own gets wet."
-> DONE
= promise
"I'll hold you to that," says Bram, and ties a knot in a loose end of twine, to remember it by.
-> DONE
= not_yet
"Ask me another time," says Bram.
-> DONE
= story
{"My grandfather rowed out in fog once," says Bram, "and rowed all night, and at first light found he'd never untied the boat. He always said it was the safest crossing he ever made."|"There was a woman here who kept a lamp in her window for a man at sea. He came home, and she kept it lit just the same. Said somebody else's man would be glad of it." He bites off a thread. "That was the first light on Orrin."}
-> DONE

=== mara
= look
Small, quick, floury to the elbow. She has a pencil behind each ear and is looking for a pencil.
-> DONE
= here
{Mara, whose place this is, is wiping a table that was clean before she began.|{~Mara is counting jars, with her lips.|Mara has her sleeves up and her back to the stove.|Mara is putting chairs on tables, and taking one off again for you.}}
-> DONE
= greet
{"We're closed," says Mara, and pours you a cup of tea. "Sit where you like. Mind the one with the leg."|{~"In or out," says Mara, "but shut the door." She says it fondly.|"You again. Good," says Mara.|Mara points at a chair with a spoon. It is a welcome.} {prop("mara","promised"):"And you'll do as you promised, I know."}}
-> DONE
= talk
{~"Talk to me while I count," says Mara. "Ask me about anybody. I know what they all had for breakfast."|"End of the season," says Mara. "I like it. You can hear yourself burn the toast."|"If you're going up to the light," says Mara, "take something to light it with. Shelf by the stove. I'm only saying."}
-> DONE
= t_idris
{"Idris." Mara puts the jar down. "It's his knee. Ninety-one steps, up and down, and he fell on them in September and told nobody. I know because I sold him the liniment." She lowers her voice, though there is only the stove to hear. "He'd sooner the lamp was broken than that he was. So we all say it's resting. You didn't hear it here."|"He needs a pair of legs and he won't ask for them," says Mara. "So they'll have to be offered sideways."}
-> DONE
= t_lamp_dark
{prop("lamp","lit"):Mara looks out at the beam going over. "Would you look at that," she says, and takes off her apron to do it properly.|"It isn't broken," says Mara. "Things don't break in Idris's house. It's that the climbing's got beyond him, and the stores are low, and he can't bring himself to say so. Three nights."}
-> DONE
= t_great_lamp
-> mara.t_lamp_dark
= t_nell
{"Nell Hart was his apprentice, and as good as his daughter. Then came a better post on the mainland, and he told her to take it, and she thought he wanted her gone, and he thought she wanted to go." Mara shakes her head. "Twelve years. Two people with the one good heart between them, and neither would say it first."|"If that's from Nell," says Mara, looking at your pocket, "then walk faster."}
-> DONE
= t_island
"You can walk round Orrin in two hours," says Mara, "or in twenty years. I'm about halfway."
-> DONE
= t_pim
{"My niece. Nine, going on harbour master. She's down at the cove, and she'll want paying." She nods at the plate. "She's never yet turned down ginger."|"Wherever she's been playing, her coat comes home smelling of lamp oil," says Mara. "I don't ask. I just wash it."}
-> DONE
= t_bram
"Bram tells everyone it'll be thick by morning," says Mara. "One morning in three he's right, and then there's no living with him."
-> DONE
= t_letter
"That's for Idris. Don't stand there warming it." But she pushes the tea nearer to you.
-> DONE
= t_weather_turning
"It's October," says Mara. "It turns."
-> DONE
= t_matches
"Take them. I'd want them used for something."
-> DONE
= t_bun
"That one's the last of the batch, and it's nobody's," says Mara. "Or it's somebody's who hasn't met it yet."
-> DONE
= t_cloth
"Linen. Does for glasses, and it'd do for windows. Take it, if you've a window in mind."
-> DONE
= t_mara
"I make jam and I keep an eye out," says Mara. "People think it's the jam they come for."
-> DONE
= t_tune
"Old Mrs Tonkin dealt it out like cards," says Mara. "Ferry, garden, light. I got the recipe for saffron cake. I've no complaints."
-> DONE
= t_oona
"Best honey in four parishes," says Mara, "and she'd walk through a wall before she'd bring it to the door."
-> DONE
= t_corin
"That boy wants soup," says Mara, "and somebody to play to."
-> DONE
= t_wenna
"She's been in every day this week to buy a bun she doesn't eat," says Mara. "It's the closing. I just put the kettle on."
-> DONE
= t_ines
"She's done me eleven jams and a kettle," says Mara. "You'd think they were about to speak."
-> DONE
= t_honey
{owner("honey") == "mara":"It's too good for toast," says Mara. "I'm having it on toast."|"Oona's? I've an empty hook for it, there," says Mara.}
-> DONE
= honey_given
"I can't take that," says Mara. You put it down on the counter. She holds it up against the stove, and the whole room goes gold through it. "From her own hand? Well. Then I'm to go and say thank you, and she'll pretend she's deaf, and we'll have a lovely afternoon."
-> DONE
= repeats
{~"I've said my piece," says Mara.|"That's the long and short of it," says Mara.|"You'll wear that question out," says Mara.}
-> DONE
= unknown
{~"Now you've got me," says Mara, and hunts for a pencil to write it down.|"I'd only be making it up," says Mara. "I'm good at it, mind, but you want the truth."|Mara purses her lips. "Not a thing I know about. Have you asked Bram? He'll not know either, but he'll take longer."|"Is that so," says Mara, in the voice of someone who will find out.}
-> DONE
= said
{tone() == "sad" || tone() == "anxious" || tone() == "tired":{Mara has stopped wiping. "Mm," she says, and it is a good deep one, with room in it.|"You did right to come in out of that," says Mara.}|{~"Well, I'm glad you said it out loud," says Mara. "Things go off if you keep them in."|Mara tops up your tea, which seems to be her answer.|"Is that a fact?" says Mara, and you can see her putting it on a shelf, with a date on.|"Go on," says Mara. "I can count and listen." She has stopped counting.|Mara laughs, or snorts; it is the same sound, with flour in it.}}
-> DONE
= told
Mara sits down for it, which she never does. "So that's how it is," she says. "Thank you for telling me."
-> DONE
= thanked
{~"It's only tea," says Mara.|Mara flaps the cloth at you, and goes pink.|"You can wash up, if you're grateful," says Mara. She does not mean it, quite.}
-> DONE
= sorry
{~"Done and dusted," says Mara, and dusts her hands to show it.|"I've been called worse by jam," says Mara.}
-> DONE
= hurt
{Mara goes on wiping, in a very small circle. "I'll pretend that was the wind," she says.|The kettle lid rattles. Mara lets it answer.}
-> DONE
= declined
"And where would I put it?" says Mara, and folds your fingers back round it.
-> DONE
= promise
"Good," says Mara. She takes a pencil from behind one ear and writes it on the wall, where there are others, most of them ticked.
-> DONE
= not_yet
"That's not mine to hand out to anyone who comes in," says Mara. "Drink your tea. We'll see."
-> DONE
= story
"There was a keeper here," says Mara, "who could not abide a thank-you, so the whole village took to leaving him jam. He had to build a shelf. Then he'd to build another. That's him you're going up to see."
-> DONE

=== idris
= look
A long, spare man in a keeper's coat, every button done up. {stage("lamp") > 3:He is standing, with the wall to help him, and the light goes over his face and makes it younger.|He sits with one leg stretched out in front of him, as if he had just happened to leave it there.}
-> DONE
= here
{stage("lamp") > 3: {~Idris stands in the middle of the yard with his head back and his hat off, and the light goes over his face, and over it again.|Idris is leaning on the wall, looking out to where the ship's lamp was.}|{stage("lamp") > 0: {~Idris sits on the bench with the letter inside his coat and one hand over it.|Idris looks up when he hears your step, which he did not do before.}|{On a bench by the wall an old man sits very straight, with his back to the tower and one leg stretched out. {owner("iron_key") == "idris":A long iron key hangs at his belt.}|{~Idris sits on his bench, not looking at the tower.|Idris is where you left him, watching the sea as if it owed him something.}}}}
-> DONE
= greet
{"Afternoon," says the old man. He takes his time over it. "Idris Vane. I'd get up."|{~"You're back," says Idris.|Idris touches the place where the brim of a hat would be.|"Sit if you like," says Idris.} {prop("idris","promised"):"You gave me your word on something. I like that in a person."}}
-> DONE
= talk
{stage("lamp") > 3: {~"Listen to her," says Idris, and he means the gears. "Going round like she'd never stopped."|"Three short," says Idris. "That was always Nell's knock."}|{stage("lamp") > 0: {~"I've read it four times," says Idris. "She still can't spell 'receive'."|"It wants oil, and it wants a wick," says Idris. "And it wants legs. I've the know-how, if you've the legs."}|{~Idris considers the horizon. You have the feeling that he would talk if he were given something to hold.|"Fine evening," says Idris, about an evening that is merely all right.|Idris says nothing, but he says it at some length, and it is not unfriendly.}}}
-> DONE
= letter_delivered
You hold out the letter. Idris looks at the handwriting for so long that you think he will not take it. Then he does, and opens it with his thumb, and reads it, and turns it over, and reads it again.
"She's on the Curlew. She goes by tonight," he says at last, to the letter. "She asks would I leave a light on." He folds it along its folds. His hand is not quite steady. "Ask me, then. About the lamp. You've been wanting to since you came in at the gate."
-> DONE
= note_shown
Idris takes the note between two fingers, as one takes a thing out of a fire. "I put that in on the Sunday," he says. "She was to have it before the boat. I stood at this wall and watched her go, and I thought: well, that's her answer." He breaks the wax, and reads the whole of it, though it cannot be more than ten lines.
"'Stay,' it says." He laughs, or something near it. "I did say it. I'd come to think I never had." He folds the note and gives it back to you. "Take it to Wenna. It's late, but it still holds."
-> DONE
= told_of_letter
"A letter," says Idris. "From whom?" His hand has come up off his knee, palm open, before he has told it to.
-> DONE
= t_letter
{owner("letter") == "idris":"It's mine," says Idris, and it is the happiest word you have heard from him.|{held("letter"):"If you've something for me," says Idris, "it's usual to hand it over."|"I don't get letters," says Idris.}}
-> DONE
= key_given
"It's my knee," says Idris. It comes out all at once. "There. Ninety-one steps. I ran out of wick, and of oil, and of stair, all in the one week, and I sat down here and said it was a fine evening." He unhooks the long iron key and puts it in your hand, and closes your fingers round it. "There's stores in the old boathouse, if anyone can still find a way in. Ask the child. She thinks I don't know."
-> DONE
= key_kept
{The old man's hand closes over the key. "That stays with me," he says. "I don't know you."|"No," says Idris, but he looks at the key when he says it, and then at the tower.|"When I know why you've come," says Idris.}
-> DONE
= t_iron_key
{held("iron_key"):"It turns twice," says Idris. "The second time it means it."|"It opens that door," says Idris, "and nothing else in this world."}
-> DONE
= t_tower
"Ninety-one," says Idris. "I don't need to go and count them."
-> DONE
= t_great_lamp
{prop("lamp","lit"):"Turn the wheel down a hair before midnight," says Idris. "No. Leave it. You've got it just right."|"A new wick, through the burner from below. Oil, to the scratched line and not a drop over. Then a flame, and then stand back, because she's brighter than you think." It is the most he has said together. "Oil and wick are in the old boathouse, if they're anywhere."}
-> DONE
= t_lamp_dark
-> idris.t_great_lamp
= t_needs_oil_and_wick
{prop("lamp","lit"):"Nothing," says Idris. "It needs nothing at all."|"Oil and a wick," says Idris. "Chest in the old boathouse, behind the cove. The cliff came down over the doors, but children are thin."}
-> DONE
= t_idris_knee
"It's a knee," says Idris. "I've another." After a moment he adds, "It's kind of you to ask it straight."
-> DONE
= t_nell
{stage("lamp") > 3: "She'll put in at the quay on the way back. Tuesday, weather permitting." He smooths his coat down. "I'd better find her hook."|{"I told her to go," says Idris. "It was a good post. I thought, if I make it easy for her, she'll not have it on her mind. I made it so easy that she thought I wanted it." He watches a gull go all the way across. "You can be so careful with a person that you drop them."|"There's a row of hooks inside that door," says Idris. "I never hung anything on hers."}}
-> DONE
= t_island
"It's where the light is," says Idris.
-> DONE
= t_bram
"Talks," says Idris. It seems to be praise.
-> DONE
= t_mara
"I've enough jam to see me out," says Idris. "Don't tell her. I like to find it on the step."
-> DONE
= t_pim
"She goes in behind that hull and comes out smelling of my stores," says Idris. "Somebody ought to be using them."
-> DONE
= t_weather_turning
"West by midnight. Thick by four." He does not look up to say it.
-> DONE
= t_logbook
"It's all in there," says Idris. "I don't write down what didn't happen."
-> DONE
= t_photograph
"She'd carried both cans up without stopping," says Idris. "I had to pretend I wasn't out of breath."
-> DONE
= t_idris
"I keep the light," says Idris. {prop("lamp","lit"):"And I'd some help."|He hears himself, and shuts his mouth.}
-> DONE
= sketch_given
Idris holds the sketch out at arm's length, and brings it in again. "That's me," he says. "That's her lit, and that's me." He looks from the paper to the tower and back. "I never saw it from this side. One doesn't, you know, from inside."
-> DONE
= t_tune
{stage("song") > 1:"She had it on the wind," says Idris, meaning the lamp, or somebody else. "All of it."|{Idris raps on the arm of the bench: three short, and a rest. "That's how it finishes," he says. "I was given that to keep. Nell used it for a knock, and then I'd say, come in." The rest goes on, and on. "There's nothing after it. You just leave the door."|"Three short, and a rest," says Idris. "It wants no more than that."}}
-> DONE
= t_note
{stage("post") > 3:"It's in the bag, then," says Idris. He breathes out for what may be the first time since the Sunday.|{prop("post","asked"):"Send it," says Idris. "I'd only find a reason not to."|"I write a plain hand," says Idris, and will not be drawn.}}
-> DONE
= t_wenna
"I bought a stamp of her every Saturday," says Idris. "It was somewhere to walk to."
-> DONE
= t_oona
"She'd leave six eggs on the gatepost," says Idris. "Then the gate stuck, and I took it for a hint."
-> DONE
= t_ines
"A person who looks that hard ought to be given something to look at," says Idris.
-> DONE
= t_wall_box
"I used to post in it, of a Sunday," says Idris. "I don't now."
-> DONE
= repeats
{~"I've told you that," says Idris.|"No change," says Idris, as he might write it in the log.|"It's as I said," says Idris.}
-> DONE
= unknown
{~Idris turns that over, finds nothing under it and shakes his head.|"I couldn't tell you," says Idris. "I've mostly been up there."|"No," says Idris. Then, because that was short even for him: "I'm sorry. No."|Idris looks at you as if at a ship whose flag he does not know. It is not a refusal. It is only not an answer.}
-> DONE
= said
{tone() == "sad" || tone() == "anxious" || tone() == "tired":{Idris hears you out to the last word. Not many people do that.|"Hm," says Idris, and you would swear that it was a kind one.}|{~Idris nods, once. It commits him to nothing, but it is a nod.|"Hm," says Idris. He gives it the attention he would give to a light he did not know.|"That's so," says Idris, after some time.|Idris turns his head and looks at you, instead of at the sea.|"I'd not have thought to put it that way," says Idris.}}
-> DONE
= told
Idris takes it in without moving. "I didn't know that," he says. "I should have. Thank you."
-> DONE
= thanked
{~Idris inspects his buttons. "It's nothing," he says.|"Hm," says Idris. His ears have gone red.|"You'd have done the same," says Idris.}
-> DONE
= sorry
{~"We've both got mouths," says Idris.|"It's gone over the wall," says Idris, "with the wind."}
-> DONE
= hurt
{Idris looks away, out to sea. After a time he says, "I've had that coming from better men," and that is all he says.|Something in his face closes, quietly, like a shutter.}
-> DONE
= declined
"No use to me," says Idris, "sitting here. You keep it."
-> DONE
= promise
Idris holds out his hand, and you shake on it. His is dry and hard, and does not let go at once. "Well," he says. "We'll see it done, then."
-> DONE
= not_yet
{"It's a fine evening," says Idris, with his back to the tower. There is something he is not going to tell a stranger.|"I don't know you," says Idris. "That's not a fault. It's just where we are."|Idris looks at the sea. If you had something to bring him, or a little more patience, it might be another matter.}
-> DONE
= story
{stage("lamp") > 0: "A girl came up that stair once," says Idris, "nine years old, and asked me what the light was for. I said, for ships. She said, what's it for when there are no ships? I'd no answer. I've been lighting it for that ever since."|"I only know the one," says Idris, "and I'm not telling it today."}
-> DONE

=== pim
= look
Nine or so, in a coat made for someone bigger, its pockets so full that they stick straight out. She is looking you over too, and is quicker about it.
-> DONE
= here
{A girl in a very large coat is crouching at the tide line, sorting stones into two heaps by some rule of her own.|{~Pim is skimming stones, and counting aloud, and cheating.|Pim is walking along the keel of the old hull with her arms out.|Pim has found something, and is deciding whether to show it.}}
-> DONE
= greet
{"I'm Pim," says the girl. "This is my beach. You can be on it." She considers. "For now."|{~"Oh, it's you," says Pim, not displeased.|Pim salutes you with a stick.} {prop("pim","promised"):"You promised, remember. I've told the gulls."}}
-> DONE
= talk
{~"I know something," says Pim. "But I'm not saying. Unless it was for a fair swap."|"That heap's ones that look like people," says Pim, "and that heap's ones that don't. You'd be surprised."|"Do you want to know how deep it is?" says Pim. "Deep."}
-> DONE
= t_boathouse
-> pim.secret_told
= t_boathouse_way
{is_hidden("gap"):"It's behind the hull," Pim whispers. "You go in sideways."|"Shh," says Pim. "You know already. Go in sideways, and don't touch my ledge."}
-> DONE
= t_hull
{is_hidden("gap"):"It's just a boat," says Pim, far too quickly, and goes and stands in front of it.|"It's a door," says Pim, "if you're clever."}
-> DONE
= t_needs_oil_and_wick
-> pim.t_boathouse_way
= secret_told
Pim looks at you for a whole wave, in and out. "All right," she says. "You don't look like a teller." She takes you by the sleeve to the far end of the hull and points. It does not lie against the rock at all. There is a gap behind it, wide enough for one. "There's a house in there that everyone forgot. And a blue box. You go in sideways."
-> DONE
= bun_given
Pim takes the bun in both hands, breaks it, and gives you back the smaller half, because fair is fair. She eats hers with her eyes shut.
"All right," she says, through crumbs. "There's a house behind the boat. Everyone forgot it except me." She shows you: at the far end of the hull there is a gap in the rock, just as wide as a person. "You go in sideways. There's a blue box that smells like the light."
-> DONE
= shell_given
Pim turns the striped shell round and round in her fingers. "I was leaving that for somebody," she says. "I suppose it could be you giving it to me." It goes into the pocket over her heart.
-> DONE
= t_lamp_dark
{prop("lamp","lit"):"I TOLD them it was resting," says Pim.|"It isn't broken," says Pim fiercely. "It's resting. I put up a notice."}
-> DONE
= t_great_lamp
-> pim.t_lamp_dark
= t_shell
"The striped ones only come at the end of summer," says Pim. "You have to leave the first one for somebody. It's the rule."
-> DONE
= t_idris
{"He lets me do the gate," says Pim. "He goes up the hill like this now." She walks a few steps with one stiff leg, not mocking, just exact. "He thinks nobody can see."|"He salutes me," says Pim. "Nobody else salutes me."}
-> DONE
= t_mara
"She's my aunt. She says I smell of lamp oil." Pim sniffs her own sleeve, with satisfaction.
-> DONE
= t_bram
"He says there's a seal on Thursdays. There's a seal every day. I haven't told him."
-> DONE
= t_nell
{"She's chalked on a beam in my house," says Pim, and claps both hands over her mouth. "I mean I don't have a house."|"She drew ships," says Pim. "Good ones."}
-> DONE
= t_island
"It's the right size," says Pim.
-> DONE
= t_bun
{held("bun"):Pim has already seen it. She is being very brave about it.|"Mara makes them," says Pim, looking at the sky, "and sometimes a person brings one."}
-> DONE
= t_weather_turning
"It's going to be fog," says Pim. "You can hear it thinking."
-> DONE
= t_pim
"I'm in business," says Pim. "I can't say what."
-> DONE
= t_oona
"She knows about the plums," says Pim. "She leaves a ladder out. She says it's for the cat."
-> DONE
= t_ines
"She wants a blue," says Pim. "It's in the rock pools. I could get it, but I'm holding out for a better price."
-> DONE
= t_wenna
"I post her stones," says Pim. "They come back in the night."
-> DONE
= t_tune
"I can do all of it on a comb," says Pim, and does, and it is something else.
-> DONE
= t_sea_glass
"That's painter glass," says Pim. "Don't let her beat you down."
-> DONE
= repeats
{~"I SAID," says Pim.|"You weren't listening," says Pim.|"That's two goes," says Pim.}
-> DONE
= unknown
{~"Dunno," says Pim. She throws a stone at the sea, to see if it does.|Pim makes the face of someone who has been asked about school.|"That's a grown-up one," says Pim. "Ask me one about stones."|"I could find out," says Pim, "but it'd cost you."}
-> DONE
= said
{tone() == "sad" || tone() == "anxious" || tone() == "tired":{Pim looks at you, and at the sea, and moves one of her stones over to your side.|"Okay," says Pim, more quietly. She has put it in one of her pockets, you can tell.}|{~Pim thinks about it so hard that she stands on one leg.|"My gran says that," says Pim. It is not clear whether that is good.|"Okay," says Pim. She has put it in one of her pockets, you can tell.|"Really?" says Pim. "REALLY really?"|"I knew that," says Pim. She plainly did not.}}
-> DONE
= told
Pim's eyes go round. "I won't tell anyone," she breathes. "Except nobody."
-> DONE
= thanked
{~"'S all right," says Pim.|Pim goes red and kicks a stone.}
-> DONE
= sorry
{~"'S okay," says Pim, and holds out a stone. It is one of the ones that look like people.|Pim considers. "Okay," she says. "But you have to skim one."}
-> DONE
= hurt
{Pim's chin goes up. She moves her two heaps of stones a yard further off, one stone at a time.|Pim turns her back, and skims one, hard. It goes seven.}
-> DONE
= declined
Pim looks it over like a shopkeeper. "No thanks," she says. "I've only the eight pockets."
-> DONE
= promise
Pim spits on her palm and holds it out, and there is nothing for it but to do the same. "That's it, then," she says. "It's sealed."
-> DONE
= not_yet
{"It's a secret," says Pim. "You can't just have it. It'd have to be for something." She looks, in passing, at your pockets, as if there might be a bun in one.|"What'll you swap?" says Pim.}
-> DONE
= story
"Once there was a boat that got tired," says Pim, "so it turned over and went to sleep, and it's still asleep, and that's that boat. And it dreams it's a roof." She nods. "The end."
-> DONE
