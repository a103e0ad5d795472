// The last post: the Strand, the post office and its mistress, the head path with the forgotten wall box, Signal Hill.

=== strand
= no_way_there
-> whither.to_strand
= waited
-> waiting.wait_strand
= arrive
The Strand is one row of houses with its feet almost in the water. Somebody has painted the high tides on the sea wall, year by year, as other families do with children. The post office has its door open, in; the wall runs back west to the quay.
-> DONE
= back
{~You walk along the sea wall, and the spray reaches for your shoes and misses.|Past the painted tide marks, along the Strand.|The row of houses looks out to sea with its hands in its lap.|The Strand again, and a wave that has come a long way to clap once.}
-> DONE
= look
A row of six houses, a sea wall, a strip of road between them scattered with weed. The middle house is the post office, with a lit door that goes in; beside it a ladder climbs up to a net loft. North, between two gardens, is the chapel, and far over its roof the lighthouse. West, the wall leads to the quay.
{prop("lamp","lit"): When the light comes over, six front windows wink, one after another.}
-> DONE
= listen
{Waves, at the foot of the wall. Each has thought of a new way to say the same word.|A flagpole line is tapping somewhere, out of time with everything.}
-> DONE
= smell
Wet limestone, and paint that has had all summer to dry.
-> DONE
= search
Between the stones of the wall you find a marble, a fish-hook without its barb, and a bus ticket. There has never been a bus on Orrin.
-> DONE

=== sea_wall
= look
{Thirty or forty painted lines, each with its year. Beside the highest somebody has added: "Tea served upstairs, all welcome. M."|The lines go up by inches. The one for this year has not been painted yet.}
-> DONE
= read
-> sea_wall.look

=== post_office
= no_way_there
-> whither.to_post_office
= waited
-> waiting.wait_post_office
= arrive
A counter, a brass grille polished thin, and behind it a wall of pigeonholes, every one of them empty. On the floor stands a grey mailbag with its mouth open. A card in the window says: LAST DAY.
-> DONE
= back
{~The post office receives you with a squeak of its floor.|Inside again, with the grille and the empty pigeonholes.|You push the door, and the card that says LAST DAY swings on its string.}
-> DONE
= look
The counter runs from wall to wall, with a flap in it that has been up and down ten thousand times. Pigeonholes behind, a mailbag in front, a clock that is right. You can go out to the Strand.
-> DONE
= listen
The clock, and now and then the thump of a rubber stamp with nothing under it.
-> DONE
= smell
Gum, ink and string.
-> DONE
= search
You look round politely. There is a drawer marked LOST PROPERTY, with a ledger on top of it, and the ledger is being watched.
-> DONE

=== mailbag
= look
{stage("post") > 3:A grey bag, laced shut at the neck, with a lead seal. It is not heavy, and it matters a good deal.|A grey canvas bag with ORRIN on it in black. There are eleven letters in the bottom. You could count them, and somebody clearly has.}
-> DONE

=== pigeonholes
= look
{Sixty-four squares, each with a name on a strip of card. Some of the cards have been written over three times, father to daughter to nobody.|VANE is in the second row. HART is next to it. Both are empty.}
-> DONE
= read
-> pigeonholes.look

=== head_path
= no_way_there
-> whither.to_head_path
= waited
-> waiting.wait_head_path
= arrive
Beyond the yard a path goes out along the head, no wider than a sheep. Thrift and thin grass hold it together. Set in a bank of stones, facing the sea as though ships might come to post things, is a small red wall box. Higher up is Signal Hill.
-> DONE
= back
{~You follow the sheep's idea of a road.|Out along the head, where the wind has combed all the grass one way.|The path again. A lark goes up, late in the year, and thinks better of it.|Your feet know where the loose stones are by now.}
-> DONE
= look
A narrow path with a great deal of air on one side. The wall box sits in its bank of stones{prop("wall_box","open"):, its door hanging open|, shut and rusty}. West is the lighthouse yard, and a steeper track goes up to Signal Hill. South, in a long brick wall, is {is_locked("gate_outside"):a gate that has rusted shut|a gate standing open}.
-> DONE
= listen
{A hundred feet down the sea is moving furniture.|Grass, hissing. A bee that ought to be in bed.}
-> DONE
= smell
Thyme, where you have stepped on it.
-> DONE
= search
You look along the bank. Snail shells, a sheep's wool on a thorn, and in one crack the stub of a candle, burned by someone who sat here of an evening.
-> DONE

=== wall_box
= look
{prop("wall_box","open"):{owner("note") == "head_path":The little door hangs open. In the dry dark at the back lies one folded note.|The little door hangs open on an empty box. A spider is moving in.}|{A red box the size of a loaf, with a slot, and a square hole where a handle should go. The paint has come away in the shape of some country.|The slot is rusted narrow. By putting your eye to it you can just make out something pale, at the back.}}
-> DONE
= opened_first
You fit the brass handle in the square hole and lean on it. Nothing. You lean again, and twelve years of rust give way with a bark that sends a gull off the cliff. The box is dry inside. There is one thing in it: a folded note, sealed with a drop of candle wax, with the name of Miss N. Hart on the front, in neat upright letters. You saw a hand like that not long ago, or will.
-> DONE
= shut
{You get your fingernails round the edge of the little door and pull. It was made to withstand boys. There is a square hole for a handle, and that would be the way.|You try it once more without the handle. The box keeps its mouth shut.}
-> DONE
= left_open
It will not close again; the rust has changed its shape. It does not matter. Nobody posts here.
-> DONE

=== note
= look
{stage("post") > 2:One sheet, folded in three, the wax cracked across. It is soft from being held.|One sheet folded in three and sealed with candle wax. "Miss N. Hart, to be handed to her before the boat." The ink has gone brown.}
-> DONE
= here
In the wall box lies the folded note.
-> DONE
= not_read
{The wax would lift with a fingernail. You hold the note a moment longer, and let it stay folded; it has waited this long for somebody else.|It was not written to you. You know whose hand it is, and that is already a good deal to know.}
-> DONE
= not_theirs
You hold out the note. One look at the name on it, and a slow breath in. "That wants to go to him first," you are told, "or else to Wenna. Not me."
-> DONE
= taken
You take the folded note. It weighs nothing at all, and you carry it as if it were full to the brim.
-> DONE
= touch
Dry, brittle along the folds.
-> DONE

=== handle
= look
A brass T with a square shank, made for one small door. A paper label says: WALL BOX, HEAD. DISCONTINUED.
-> DONE
= taken
You take the brass handle, and feel slightly official.
-> DONE

=== signal_hill
= no_way_there
-> whither.to_signal_hill
= waited
-> waiting.wait_signal_hill
= arrive
The track gives out on the very top of the island. There is a signal mast, stayed against the wind with four wires, and a view that has nothing to prove: all of Orrin, a plate of dark green, with the sea set round it.
-> DONE
= back
{~Up through the heather, hands on knees for the last of it.|The top again. You turn once all the way round, because one does.|Signal Hill, and more sky than anybody needs.}
-> DONE
= look
Heather, wires, the mast{prop("mast","flying"): with its pennant standing straight out}. From up here you can see smoke from one chimney on Harbour Lane, and the bent backs of the rocks below the cove. The track goes down to the head path.
{prop("lamp","lit"): Across from you, and a little lower, the light swings by at its own height, and for a moment you have a shadow a mile long.}
-> DONE
= listen
The four wires hum, each on a different note. It is nearly a chord.
-> DONE
= smell
Heather and distance.
-> DONE
= search
You part the heather round the foot of the mast. Cut in the wood, very small: "N.H. and I.V. saw the comet."
-> DONE

=== mast
= look
{prop("mast","flying"):The mast leans into its wires, with a blue pennant cracking at the top.|A ship's topmast, planted here in some generous year. The halyard is new rope. Somebody has meant to use it.}
-> DONE
= hoisted
You bend the pennant to the halyard and haul hand over hand, and it goes up in jerks and then shakes itself out, blue on grey. Down on the quay a small figure on a bollard stands up and shades his eyes. He waves his whole arm. You had not known until now that you could be seen.
-> DONE

=== pennant
= look
A long blue pennant, two-tailed, hemmed by someone who took pains. In the signal book it means: I am expecting you.
-> DONE
= here
{At the foot of the mast, under a stone, a blue pennant is folded.|The blue pennant is under its stone, and one corner of it is trying to leave.|Under the stone, the pennant.}
-> DONE
= taken
You take the pennant from under its stone, and it fills with wind in your hands like something waking up.
-> DONE

=== wenna
= look
A tall woman with her glasses on a cord and her sleeves held up by elastic bands. She stands as though there were a queue.
-> DONE
= here
{Behind the grille stands Wenna, the postmistress, in charge of eleven letters and a clock.|{~Wenna is squaring a pile of forms that is square.|Wenna breathes on the rubber stamp, and looks at it, and puts it down.|Wenna is reading her own notices, with her lips moving.|Wenna has taken down one of the name cards and is turning it over in her fingers.}}
-> DONE
= greet
{"Good afternoon. Wenna Pascoe, sub-postmistress," says the woman behind the grille. "Until tomorrow at noon. After that I believe I am just Wenna."|{~"Next, please," says Wenna, and almost smiles.|"Back before closing. That is considerate," says Wenna.|Wenna inclines her head by exactly one postal degree.} {prop("wenna","promised"):"I have your undertaking on file."}}
-> DONE
= talk
{~"Thirty-four years," says Wenna. "I have never once lost anything. Things have been late. That is different."|"A letter is a kind of walk that somebody takes without leaving the house," says Wenna. "I never said that at the counter. It slows the queue."|"They are sending a machine," says Wenna. "One puts in a coin and it thanks one. I asked them whom it thanks."|{stage("post") > 3:"Twelve letters," says Wenna, and pats the bag. "A round dozen. I had so wanted a round number."|"Eleven letters in the last bag," says Wenna. "It is an untidy number to finish on."}}
-> DONE
= repeats
{~"As previously stated," says Wenna.|"I refer you to my earlier answer," says Wenna, kindly.|"That has been dealt with," says Wenna.}
-> DONE
= handle_given
"There is one box I never had the closing of," says Wenna. She takes off her glasses to say it. "The wall box, out on the head. They struck it from the round twelve years ago, on a Monday, by telegram. I handed in my handle like a good girl, and kept the spare." She unlocks a drawer and lays a brass handle in front of you, dead straight. "If anybody posted something on the Sunday, it is there still. Would you look? I should like to close the books with nothing owing."
-> DONE
= handle_kept
Wenna's hand comes down flat on the drawer. "That is Post Office property, and so am I," she says. "Ask me what it is for."
-> DONE
= note_posted_asked
Wenna lifts the note to the light, and sees the cracked wax, and whose hand it is. "So he has read it over," she says, "and still wants it sent." The stamp comes down once, like a door being shut gently on the cold. "Twelve letters. The Curlew's boat will have the bag by midnight." She laces up the neck of it, and has to stop and wipe her glasses.
-> DONE
= note_posted
"Paid," says Wenna, turning the note over, "twelve years ago, with a stamp I sold him." She does not ask whether he knows that you found it. She looks at you just long enough for you to ask it yourself. Then the stamp comes down, and the note goes in, and the last bag of Orrin holds a dozen. "It will reach her by midnight," she says. "I expect he would like to be told."
-> DONE
= note_gone
"That is in the post," says Wenna. She says it the way others say: that is in God's hands.
-> DONE
= t_last_post
{stage("post") > 3:"It is closed and sealed, and it balances," says Wenna. "You cannot imagine how that feels."|{"We shut tomorrow," says Wenna. "The bag goes out tonight to the Curlew, if she can find us. She comes in by the lamp, as a rule." She looks up at the ceiling, and through it. "There is not, at present, a lamp."|"One bag, eleven letters, and a form to say that there will be no more forms," says Wenna.}}
-> DONE
= t_forgotten_letters
{stage("post") > 1:{stage("post") > 3:"There are none, now," says Wenna. "I have written 'nil' in the book. It is my favourite word."|"So there was something," says Wenna, and her hand goes to her collar. "Well. You know whose it is. He might be asked; or it might simply be posted. The regulations are silent."}|"The box on the head was struck off on a Monday," says Wenna. "And people will post on a Sunday, when they have been thinking."}
-> DONE
= t_wall_box
-> wenna.t_forgotten_letters
= t_mailbag
-> wenna.t_last_post
= t_island
"Orrin has nine addresses in winter," says Wenna, "and I could deliver to any of them asleep. I have been told that I once did."
-> DONE
= t_letter
"I do not comment on other people's post," says Wenna. "But nobody on the mainland has written that name on an envelope since I had brown hair."
-> DONE
= t_note
{owner("note") == "wenna":"In the bag, under seal, in order," says Wenna.|"If you have found something, it may be handed in here," says Wenna, "or taken first to whoever wrote it. Both are correct. They are not the same."}
-> DONE
= t_handle
"It turns to the left," says Wenna, "contrary to all expectation."
-> DONE
= t_idris
{"He used to come in on Saturdays and buy one stamp," says Wenna. "He never bought two. After she went he still bought it. I believe he has a drawer of them."|"Mr Vane has been very correct," says Wenna, "for twelve years. It cannot be comfortable."}
-> DONE
= t_nell
"Miss Hart taught my pigeonholes their alphabet," says Wenna. "She was six. She put herself next to him, in the second row, and I have never had the heart to be strict about it."
-> DONE
= t_bram
"He carries the bag under one arm, like a goose," says Wenna. "In thirty-four years he has dropped it once, and he went in after it."
-> DONE
= t_mara
"She sends jam to people who have moved away," says Wenna. "Half of my parcels have been jam."
-> DONE
= t_pim
"A regular customer. She posts stones," says Wenna. "With the correct postage. I return them to the beach myself, of an evening."
-> DONE
= t_lamp_dark
{prop("lamp","lit"):"I saw it on the wall of the sorting room," says Wenna. "It came round, and it lit up every name."|"The Curlew will not close with the island in the dark," says Wenna. "So you see that it is also a postal matter."}
-> DONE
= t_great_lamp
-> wenna.t_lamp_dark
= t_weather_turning
"The forecast came by post," says Wenna. "It was for last week. It was quite right."
-> DONE
= t_nell_passes_tonight
"On the Curlew, tonight," says Wenna, and writes down the hour, and underlines it. "Then the bag and she will be on the same deck."
-> DONE
= t_wenna
"There will be time to find out," says Wenna, "from tomorrow noon."
-> DONE
= string_found
"Fiddle string," says Wenna, and runs her finger down the ledger. "Steel, one. Arrived in August, addressed to 'the Fiddler', no surname. I could not hand it over. There might have been another fiddler." She looks at you over her glasses. "I believe that I may now consider it claimed." The twist of brown paper slides under the grille.
-> DONE
= string_kept
"Lost property must be asked for," says Wenna, "by name."
-> DONE
= t_corin
"He has had a parcel waiting since August," says Wenna, "and he walks past on the other side so as not to trouble me."
-> DONE
= t_oona
"Mrs Oona Kerrow registers each new queen with me," says Wenna. "There is no form. I made one."
-> DONE
= t_tune
"One hears it through the wall, up to a point," says Wenna. "Always up to the same point."
-> DONE
= t_fiddle_string
{owner("fiddle_string") == "wenna":"There may be such an item in that drawer," says Wenna.|"Signed for," says Wenna.}
-> DONE
= unknown
{~"That is not a service we provide," says Wenna.|Wenna consults a printed list, and then, for form's sake, the back of it.|"I have no record of that," says Wenna. "Which is not to say that it did not happen."|"You would need the mainland for that," says Wenna, as one might say: a specialist.}
-> DONE
= said
{tone() == "sad" || tone() == "anxious" || tone() == "tired":{Wenna slips her glasses off. "I do see," she says.|Wenna receives it with both hands, so to speak, and files it somewhere safe.}|{~Wenna receives it with both hands, so to speak, and files it somewhere safe.|"Noted," says Wenna. From her that is warm.|"One does not hear that every day," says Wenna. "I have the days here."|"Would you spell that?" says Wenna, and then, "No. I believe that I followed."|Wenna inclines her head, which is as good as a receipt.}}
-> DONE
= told
"One moment," says Wenna, and turns the card in the window round to CLOSED before she lets you finish. "Thank you. I would rather have heard that than read it."
-> DONE
= thanked
{~"It is included in the price," says Wenna.|Wenna stamps the blotter, twice, out of embarrassment.}
-> DONE
= sorry
{~"Returned to sender," says Wenna. "Unopened."|"We shall say it was lost in transit," says Wenna.}
-> DONE
= hurt
{Wenna lowers the grille by one inch. "When you are ready," she says.|There is a silence with a rubber stamp in it.}
-> DONE
= declined
"I cannot accept gifts in uniform," says Wenna. She plucks at an elastic band. "This is the uniform."
-> DONE
= promise
Wenna takes a form from the pile, writes two lines on it, and has you sign. "In triplicate," she says. "One for you, one for me, and one for whoever comes asking whether people on this island keep their word."
-> DONE
= story
"A postcard arrived here once with nothing on it but 'Orrin' and a kiss," says Wenna. "I had it on the counter for a year. Everybody who came in looked at it, and everybody thought it might be theirs. It did a great deal of good. I have never found out whose it was, and I have stopped trying."
-> DONE
