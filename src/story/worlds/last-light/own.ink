// What people answer when they hear of the player's own life: work, people, a loss, a bad night; and what a person does who is
// touched, pushed or offered help. They listen more than they know, and tell nobody what to do.

=== bram_own
= work
{"It comes over the water with a person, work," says Bram. "I see it come down the gangway with them. They set it down about the third bollard." He shifts along. "Sit. You're off the clock here."|{~"And you went in again the next morning," says Bram. "There's boats that wouldn't."|Bram pulls the needle through and says, "That's a heavy sort of day. You've carried it a fair way to get it here."}}
-> DONE
= shouted
{"Ashore they shout," says Bram. "I never understood it. The sea's louder than any of them, and she's never once meant it personally." He shifts along the bollard. "Sit. You're off the clock here."|"And you went in again the next morning," says Bram. "There's boats that wouldn't."}
-> DONE
= of_work
{"I like the middle," says Bram. "The ends are all ropes and luggage. But the middle of a crossing, nobody can want anything of you."|"I'd do it for nothing," says Bram. "Some winters I do."}
-> DONE
= people
{"Ah," says Bram, and leaves a space beside him, about the size of whoever you mean. "They get aboard and they don't get off again, your own people. Wherever you sail."|{~"You speak of them the way I do of the Petrel," says Bram. "Leaks and all."|Bram asks what they are like in bad weather, and waits, as though that were the whole of it.}}
-> DONE
= of_people
"A sister in the town, and a boat," says Bram. "The sister writes. The boat's more forgiving."
-> DONE
= loss
{Bram takes off his cap, and does not put it back on for a while. "I'm sorry for that," he says. The net lies in his lap. He is not mending it.|"Tell me something they used to say," says Bram, "if you've a mind to. It carries well, over water."}
-> DONE
= rest
{"I get those," says Bram. "I go and sit in the boat. You can't sleep there either, but it's the right place for it."|"Morning comes up the same side every time," says Bram. "I've checked."}
-> DONE
= animals
{"I'd a ship's cat," says Bram. "She got off at every port, and I never once had to wait for her." He would like to hear their names again, so that he has them right.|"Give them my regards," says Bram, and he is perfectly serious.}
-> DONE
= food
"Stew," says Bram. "Monday's. It gets better till Thursday, and then you want to be careful." He offers you a peppermint to be going on with.
-> DONE
= money
"You're paid for," says Bram, "there and back. I don't take fares on the last boat. It'd be like charging for the tide."
-> DONE
= heart
{"Most days about four o'clock," says Bram, "when I've got her nose round and I can see the lamp. Could. When I could see it."|"Ask me at high water," says Bram. "I'm better at high water."}
-> DONE
= secret
"It's a good quay for it," says Bram. "The tide takes them out, and I'm too busy looking at the sky to hear the half." He turns his good ear towards you all the same.
-> DONE
= colour
"Grey," says Bram. "There's forty of it. People don't look."
-> DONE
= felt
{tone() == "sad": {Bram says nothing bright about it. He moves his tin of peppermints along the wall till it stands by your hand.|"There's no hurry to be anything else," says Bram. "It's slack water. It does turn."}}
{tone() == "anxious": {"Put your hand on that," says Bram, and nods at the stone you are both sitting on. "That's not going anywhere. I've tied boats to it for thirty years."|"One rope at a time," says Bram. "I've never yet let go of all of them at once."}}
{tone() == "angry": {"Go on," says Bram. "I'm used to wind." He means it, and goes on mending while you go on.|Bram knots off a row with some force. "There," he says. "That one was for you."}}
{tone() == "tired": {"You've been on your feet," says Bram, and kicks a coil of rope over for you to sit on. "Nobody's timing you."|"Take the weight off," says Bram. "I'll say if anything happens. It won't."}}
{tone() == "warm" || tone() == "playful": {"Well, that's worth saying aloud," says Bram.|Bram nods several times, as if you had handed him something.}}
{tone() == "neutral" || tone() == "curious": {"Aye," says Bram. "I can see that from here." It is not unkind.|Bram looks at you for as long as he usually looks at the sky. "Changeable," he says. "So's everything good."}}
-> DONE
= rough
{Bram catches your wrist in a hand like a mooring post, turns it over and puts a peppermint in it. "No," he says. "Have that instead."|"I've been hit by a boom," says Bram, without getting up. "You'll have to do better, and I'd sooner you didn't."}
-> DONE
= touched
{His sleeve is rough and dry and smells of tar. He pats your hand twice, like a rope he has made fast.|Bram bears it with dignity.}
-> DONE
= helped
{"Hold that end," says Bram, and for a while you are a post. It is oddly restful to be a post.|"You're helping," says Bram. "It's the company I was short of."}
-> DONE
= seen_off
"Mind the third step," says Bram. "And come and tell me how it went."
-> DONE

=== mara_own
= work
{"Then that's done, for today," says Mara, and takes your cup away and brings it back full. "What was the best bit? There's generally a bit."|{~"You can leave it on the mat when you come in here," says Mara. "It'll be there when you go out. They always are."|"I had a job like that," says Mara. "I've got jam now. Jam stays where you put it."}}
-> DONE
= shouted
{"They did what?" says Mara, and puts her cloth down altogether. "In front of people? I'd have dropped a tray." She would have, too. "Drink that while it's hot."|"You can leave it on the mat when you come in here," says Mara. "It'll be there when you go out. They always are."}
-> DONE
= of_work
{"I like them coming in cold and going out warm," says Mara. "That's all it is, if you take the bread out of it."|"It's up at five and flour in my ears," says Mara. "I'd not swap."}
-> DONE
= people
{Mara looks at you across the counter, and whatever she had been about to count, she lets it go. "You've them with you, then," she says. "I thought you weren't quite on your own when you came in."|{~"What did they like on their toast?" says Mara. It is what she asks about everybody.|Mara listens with her head on one side, and sets out a second cup. It is not for anyone. It is only there.}}
-> DONE
= of_people
"A sister, a niece, and whoever comes through that door," says Mara. "It's plenty. Some Fridays it's too many."
-> DONE
= loss
{Mara comes round the counter, which she does not do for customers, and stands next to you, with her shoulder touching yours. "Oh, my dear," she says. That is all, and she is in no hurry to take it away again.|"You keep the recipe," says Mara, after a time. "You'll not want to make it for a bit. And then one day you will."}
-> DONE
= rest
{"Warm milk's no good, whatever they say," says Mara. "I get up and make bread. Half the island's loaves are somebody's bad night."|"Put your head down on that table if you like," says Mara. "I'll tell them you're thinking."}
-> DONE
= animals
{"I had a cat that slept in the flour bin," says Mara. "He went in black." She wants to know everything: where yours sleep, and which of them is in charge.|"And who's minding them?" says Mara. "Good."}
-> DONE
= food
{owner("bun") == "tea_room":"There's the one bun," says Mara, "on the plate there. And if you're still hungry after it I shall be insulted."|"I've jam," says Mara, "and I've a heel of bread, and there you are," and there it is, in front of you, with butter.}
-> DONE
= money
"Put that away," says Mara. "We're closed. You can't pay in a place that's closed."
-> DONE
= heart
{"In winter it's quiet," says Mara. "I leave the lamp in the window and somebody always turns out to have been passing. On an island this size there's nowhere to be passing to." She looks at the lamp. "So I suppose they know."|"Oh, I'm all right as long as there's a pan on," says Mara. She gives it some thought. "Yes. I am, you know."}
-> DONE
= secret
"You can," says Mara. She sets down what she is holding. "I tell everybody everything, it's well known. That's how nobody notices what I don't."
-> DONE
= colour
"Damson," says Mara, "with the light behind it. Third shelf, on the left. I don't sell that one."
-> DONE
= felt
{tone() == "sad": {"You sit with that as long as you want," says Mara. "It's a good stove for it." She goes on with her jars, quietly, so that there is somebody in the room.|Mara fills your cup, and does not tell you that it will pass. She just fills it.}}
{tone() == "anxious": {"Hands round the cup," says Mara. "Both of them. That's it. Now what does the rim feel like? There's a chip in it somewhere. I never can find it."|"It's all still to come, whatever it is," says Mara, "and you're here, and the kettle's on. I'd start from that end."}}
{tone() == "angry": {"I should think so," says Mara, and hands you a lump of dough. "Here. That wants knocking down."|"Slam the oven door if you want," says Mara. "It sticks anyhow."}}
{tone() == "tired": {Mara turns a chair down off its table and points you into it with a spoon. "Nobody who's sat there has ever been any use till the pot was empty," she says.|"Then be tired," says Mara. "You've come to the right shop."}}
{tone() == "warm" || tone() == "playful": {Mara gives you a long look, and her face goes soft at the edges. "Well, it's been said now," she says. "In here, where it's warm. They're good walls. They keep things."|"You keep hold of that," says Mara.}}
{tone() == "neutral" || tone() == "curious": {"I thought there was something," says Mara. "Go on or don't go on. The tea's the same price."|Mara nods as if you had told her the weather, and pours as if you had told her the truth.}}
-> DONE
= rough
{Mara has raised a niece and faced down a coastguard. She looks at you until your hand goes back by itself. "Now sit," she says, "and tell me what that was."|"Not among the crockery," says Mara.}
-> DONE
= touched
{Mara is surprised, and then is not, and holds on very hard for somebody so small. You come away with flour on your back.|She pats your cheek and leaves a print on it.}
-> DONE
= helped
{"You can dry," says Mara, and you do, for a while, side by side, cup after cup. She hums. She puts away each thing that you have dried without looking to see if it is.|"That's the last of them," says Mara, and finds four more.}
-> DONE
= seen_off
"Take a bit of warm with you," says Mara, and does up your top button. "And come back and tell me."
-> DONE

=== idris_own
= work
{Idris hears it to the end, looking straight out. "One brings it home on one's boots," he says. "I used to leave mine on the eighty-ninth step. It was always there in the morning."|{~"And you came away from it, and over the water, with a letter for a stranger," says Idris. "That's not nothing, at the end of such a day."|"Hm," says Idris. "They'd no business."}}
-> DONE
= shouted
{Idris hears it to the end, looking straight out. "A man can be thirty-one years at a thing," he says, "and one voice raised at him in the first week is what he remembers. I don't know why that should be. I remember mine."|"And you came away from it, and over the water, with a letter for a stranger," says Idris. "That's not nothing, at the end of such a day."}
-> DONE
= of_work
{"You climb," says Idris, "and you light it, and you sit. It's the sitting that's the work." He thinks. "I liked it more than I've said."|"It was a good post," says Idris. "It is. It is a good post."}
-> DONE
= people
{Idris nods, for some time. "It's not a small thing, to have people," he says. "You'd think one would say so to them. I had ninety-one steps to say it on."|{~"Do they know you think of them?" says Idris. He isn't asking you, or not only.|Idris moves his hand an inch along the bench, towards you, and leaves it there.}}
-> DONE
= of_people
"One," says Idris. "I had the one."
-> DONE
= loss
{Idris says nothing whatever. He takes his hat off and holds it on his good knee, and sits up straighter than before, as one does when a coffin goes by. He stays like that until you have finished looking at the sea.|"It doesn't go out," says Idris. "One thinks it will. You get to where you can see by it."}
-> DONE
= rest
{"I'd the lamp for that," says Idris. "If you have to be awake it's a help to be awake for somebody. These three nights I've only been awake."|"Four o'clock's the worst," says Idris. "By five you can see the rail."}
-> DONE
= animals
{"There was a gull," says Idris. "He came for the rind. I never gave him a name. I called him 'you'." He seems to have told nobody this.|"They don't ask how one is," says Idris, with approval.}
-> DONE
= food
"There's a tin," says Idris. "There's generally a tin. Somebody leaves me jam."
-> DONE
= money
"They pay me by the quarter," says Idris. "I've never known what to do with it. I bought a stamp."
-> DONE
= heart
{stage("lamp") > 3:"I am just now," says Idris, and is a little startled to hear it.|"It's quiet," says Idris, "and then it's evening. I don't know that there's a word for it." He looks at the dark glass, and away. "Lonely. That would be the word."}
-> DONE
= secret
"I've kept one for a month," says Idris. "It wasn't even a good one. Go on. I've room."
-> DONE
= colour
"Brass," says Idris, "when it's been done."
-> DONE
= felt
{tone() == "sad": {"Then we'll sit," says Idris. He does not look at you while he says it, which makes it easier.|Idris lets out a long breath, as if it were his turn to do that for the two of you.}}
{tone() == "anxious": {"Look at the line," says Idris, and lifts his chin at the horizon. "Follow it along. When you've got to the end, come back. I've done it ten thousand times, and it's always been level."|"It's a big sea to look at all of," says Idris. "I used to do it one pane at a time."}}
{tone() == "angry": {"Yes," says Idris. He seems to think the better of you for it.|"I threw a spanner off that gallery once," says Idris. "I'd to go down and find it."}}
{tone() == "tired": {Idris shifts his stiff leg over, and there is room. "Two rests on the stair," he says. "Then four. I ought to have had the sense to take them before I needed them."|"Sit back," says Idris. "The wall's warm. It keeps the sun till nine."}}
{tone() == "warm" || tone() == "playful": {Idris takes it in slowly, like a man reading small print. "It's been said aloud to somebody, now," he says. "I was slow to learn that. It turns out to count."|"Good," says Idris, and for a moment you can see what he looked like at thirty.}}
{tone() == "neutral" || tone() == "curious": {"It's kind of you to say so straight," says Idris. "I never learned to."|Idris nods. You have the impression that it has been entered in a log, in ink.}}
-> DONE
= rough
{He does not put up a hand. He only looks, tired and level, until you have lowered yours. "No," says Idris. "I don't think that's you."|"Sit down before you fall down," says Idris. "I know what I'm talking about."}
-> DONE
= touched
{You lay your hand on his sleeve. He goes as still as a man with a bird on him. After a moment his own hand comes over, heavy and dry, and rests on yours, once.|Idris clears his throat, and lets it be.}
-> DONE
= helped
{stage("lamp") == 0:"There's nothing wants doing," says Idris, very upright. His eyes go up the tower, all the way, and come down again step by step.|"You're doing it," says Idris. "It's more than I'd have asked. I'd not have asked."}
-> DONE
= sat_with
{stage("lamp") > 3:You go and stand beside him, and neither of you says anything. The beam goes over, and over.|{You sit down next to him on the bench. He moves over by an inch, which is a good deal, and for a time you both watch the sea.|You sit on beside him. The bench creaks when either of you breathes. It's company.}}
-> DONE
= seen_off
"Go easy on the slope," says Idris. After you have turned he adds, "I'm here most days."
-> DONE

=== pim_own
= work
{"Is it like school?" says Pim. "It sounds like school." She gives you a flat grey stone, which is what she gives to people who have had school.|{~"I'd have kicked them," says Pim. "Not hard. Well, hard."|"You can work here," says Pim. "It's mostly stones. Nobody shouts. I only shout at the gulls."}}
-> DONE
= shouted
{"Was it school?" says Pim. "It sounds like school." She thinks about who did it to you, and throws a stone into the sea on your behalf, overarm.|"I'd have kicked them," says Pim. "Not hard. Well, hard."}
-> DONE
= of_work
"I'm harbour master for the crabs," says Pim. "It's not paid. But nobody else wants to do it."
-> DONE
= people
{Pim picks a stone out of the heap that looks like people, and holds it out. "Is it like that one?" she says. She finds one for each of them, and stands them in a row, near together.|{~"Are they coming too?" says Pim. "They can, if they're quiet."|Pim moves two of the stones so that they touch.}}
-> DONE
= of_people
"I've Mara, and Idris a bit, and Bram when he's not being weather," says Pim, "and Gran. She's on the mainland, but she sends socks."
-> DONE
= loss
{Pim does not say anything. She goes up the beach and is gone for a while, and comes back with the roundest, whitest stone there is, and puts it into your hand and closes it. "It's for keeping," she says.|"Where we bury gulls," says Pim, "I put a shell on. You can do one, if you like. You don't have to have a gull."}
-> DONE
= rest
{"I count seals," says Pim. "You have to do their faces. I've never got past nine."|"If I can't sleep I get up and see who else can't," says Pim. "It's mostly owls."}
-> DONE
= animals
{"What are they CALLED?" says Pim. You tell her. She says the names over twice, to try them. "I've a crab," she says. "He doesn't know he's mine. Do yours know?"|"If one of them ever has a baby one," says Pim, and leaves it there, in a businesslike way.}
-> DONE
= food
"I had a limpet once," says Pim. "You don't want one." She looks in one of her pockets. "I've half a biscuit, but it's been in with the crabs."
-> DONE
= money
"I only do swaps," says Pim. "Money's just paper somebody's drawn a face on."
-> DONE
= heart
{"On Saturdays," says Pim at once. "And when there's a wreck. And now, a bit." She goes red. "It's good having someone to say things to who doesn't know everything already."|"I told you," says Pim. "Saturdays."}
-> DONE
= colour
"Wet stone," says Pim. "When it dries it isn't any more. That's why you have to keep coming."
-> DONE
= felt
{tone() == "sad": {Pim looks at your face from underneath. Then she sits down next to you on the shingle, quite close, and goes on sorting. Now and then she passes you one.|"You can have a go of my best stone," says Pim. "You can have it till Tuesday."}}
{tone() == "anxious": {"When I'm scared I find something round," says Pim, "and something flat, and something with a hole. By then it's usually stopped." She has found you the round one already.|"I'm scared of the fog," says Pim. "I say things to it. I say, I can see YOU."}}
{tone() == "angry": {"Chuck one," says Pim, and hands you a stone the size of a bun. "As far as you can. Say something bad while you do it. The sea's heard it."|Pim stamps, to keep you company.}}
{tone() == "tired": {"You could lie in the boat," says Pim. "I do. Upside down is best, it's like a tent." She pats the shingle. "Or there. It's softer than it looks. It isn't, but you get used to it."|"I'll keep watch," says Pim.}}
{tone() == "warm" || tone() == "playful": {"You could tell the sea to tell them," says Pim. "I do. It goes everywhere." She shows you where to stand for it.|Pim does three cartwheels, rather crooked ones. It seems to be the right answer.}}
{tone() == "neutral" || tone() == "curious": {"Me too, sometimes," says Pim. "You don't have to do anything about it. You just carry on having pockets."|Pim nods. It has gone into a pocket, and the pocket has been buttoned.}}
-> DONE
= rough
{Pim is out of reach before you have finished thinking of it, up on the keel, arms folded. She does not come down until she has looked at you for a long time. "Don't," she says. "We were being friends."|"I'll tell Mara," says Pim, "and then you'll be sorry, and there'll be no buns."}
-> DONE
= touched
{Pim allows it for exactly as long as it takes to count three. She smells of salt and, faintly, of lamp oil.|"Okay," says Pim, "that's enough."}
-> DONE
= helped
{"That one's people," says Pim, when you hold one up. "That one's not. That one's a NOSE." You do eleven stones together, and get three of them right.|"You're getting better," says Pim, like a foreman.}
-> DONE
= seen_off
"See you," says Pim. "I'll be here. It's my beach."
-> DONE

=== wenna_own
= work
{"A full day," says Wenna, and considers you through the grille as she might an overweight parcel. "One should be allowed to put it on the scales, and be told. People think it is nothing because it has no string."|{~"I will enter it as delivered in a damaged condition," says Wenna, "through no fault of the carrier."|"Thirty-four years," says Wenna, "and I was spoken to like that once. I sorted his letters last until the day he died."}}
-> DONE
= shouted
{"Before members of the public?" says Wenna. She takes her glasses off to consider it. "There is no regulation which permits that. I should know. I have read them all, looking for one that let me do it back."|"I will enter it as delivered in a damaged condition," says Wenna, "through no fault of the carrier."}
-> DONE
= of_work
{"I like the moment at which it is all in its place," says Wenna. "It lasts about nine minutes, of a morning. One can live a long time on nine minutes."|"I shall know what I thought of it on Friday," says Wenna.}
-> DONE
= people
{"And do you write to them?" says Wenna. It is her way of asking whether you are fond of them. She waits for the answer with her pen up.|{~"I can always tell from the envelope," says Wenna. "You would press rather hard, I think, on the name."|Wenna straightens a card in the pigeonholes that was straight. "Go on," she says.}}
-> DONE
= of_people
"Nine addresses in winter," says Wenna. "I never married. But I knew what everybody was getting for their birthday."
-> DONE
= loss
{Wenna pulls the blind down over the grille, comes out by the flap in the counter, and stands beside you on the public side. She has not often been there. "Their post still comes, does it?" she says, after a while. "I used to walk it back myself. It seemed only civil."|"Nothing is undeliverable for ever," says Wenna. "I decline to believe that."}
-> DONE
= rest
{"I was awake at three," says Wenna, "going through the alphabet. I find that one gets as far as M."|"The night mail was always my favourite," says Wenna. "Somebody had to be up for it, and then it turned out that one was not the only one."}
-> DONE
= animals
{"Names?" says Wenna, and she writes them down, one to a line, in capitals. "So that if anything should come for them."|"Both entered," says Wenna, "in the temporary register."}
-> DONE
= food
"I buy a bun each day, for form," says Wenna. "I have six of them, in the drawer marked MISCELLANEOUS."
-> DONE
= money
"A second-class stamp," says Wenna, "is the cheapest way there is of being in two places. I make no charge for saying so."
-> DONE
= heart
{"I had not been asked that on a weekday," says Wenna. She squares a form. "I believe that I shall be lonely on Friday from about noon. I have left the afternoon free for it."|"Subject to confirmation," says Wenna, and very nearly laughs.}
-> DONE
= secret
"I have handled them for thirty-four years," says Wenna. "Sealed, registered, and on one occasion ticking. You may hand it over."
-> DONE
= colour
"Pillar-box red," says Wenna. "It is not a preference. It is an oath."
-> DONE
= felt
{tone() == "sad": {Wenna pushes the good blotting paper under the grille. It is clean and pink and soft. "I keep it for that," she says. "The forms can wait. They have always been able to wait."|"There is no queue," says Wenna. "Take as long as it takes."}}
{tone() == "anxious": {"Then we shall do as one does with a full bag," says Wenna. "One does not look at the bag. One takes out one letter, and reads the name on it, and puts it where it goes."|"I count the pigeonholes," says Wenna. "Sixty-four. They have never once come to anything else."}}
{tone() == "angry": {Wenna slides the rubber stamp across to you, and a sheet of scrap. "Hard as you like," she says. "RETURN TO SENDER. It is remarkably satisfying."|"Quite right," says Wenna, and inks the pad for you.}}
{tone() == "tired": {"The flap is up and there is a stool," says Wenna. "It is against the rules, and I am tired too."|"After noon tomorrow," says Wenna, "I am told that one may simply sit."}}
{tone() == "warm" || tone() == "playful": {"That should go by the first post," says Wenna. "People are pleased to have it in writing, even late. You would not believe how late."|Wenna permits herself a smile, initials it, and puts it away.}}
{tone() == "neutral" || tone() == "curious": {"Received," says Wenna, "and in good order." It is a gentle voice, for somebody who says such things.|Wenna nods twice. "One is," she says. "I had supposed that it was only me."}}
-> DONE
= rough
{The grille comes down between you with a clap, and for a moment there is only one eye to be seen, through the slot. "I shall count to ten," says Wenna, "in regulation time."|"Assaulting an officer of the Post Office," says Wenna, "is eleven forms. For you. I fill in none."}
-> DONE
= touched
{You reach under the grille, and her fingers, which are inky and cool, hold on to yours across the counter for slightly longer than a transaction.|"That will be nothing to pay," says Wenna, rather pink.}
-> DONE
= helped
{You hold string while Wenna ties. She has you put a finger on the knot, and pulls it tight, and lets you have your finger back. "There are people who have worked here ten years," she says, "and did not know when to let go."|"That is everything," says Wenna. "It balances. I do wish that it did not."}
-> DONE
= seen_off
"Good evening," says Wenna. "I am open until noon. After that you would have to knock."
-> DONE

=== corin_own
= work
{"And it goes on, doesn't it?" says Corin. "After. You get home and it's still playing, in your head, the bit you got wrong. Even when you didn't." He plays you eight bars of something that is not it.|{~"You must be, well, sort of ringing still," says Corin. "Like the bell does."|"It's the silence after that's worst," says Corin. "When they've all heard it."}}
-> DONE
= shouted
{"In front of people?" says Corin, and winces right down to the bow. "I dropped my music once at a wedding, and somebody laughed, and I still, in the night, I still pick it up." He plays a small crooked bar of something. "There. That's him. That's your one who shouted. He goes like that."|"You must be, well, sort of ringing still," says Corin. "Like the bell does."}
-> DONE
= of_work
"I like it when I forget it's me," says Corin. "About one night in six. You go on for that one, don't you?"
-> DONE
= people
{"What do they sound like?" says Corin. "On the stairs, I mean. You can always tell who it is, can't you? I think I'd know my gran's feet if she walked in now."|{~Corin plays four notes with a question at the end of them. "Is that anything like?" he says.|"It's a lot of parts to keep in tune," says Corin, "a family."}}
-> DONE
= of_people
"There was Gran," says Corin. "Now there's, well. Everyone's been very kind. They bring soup. I don't know how to ask them to stay and eat it."
-> DONE
= loss
{Corin does not say anything. He puts the fiddle under his chin, on three strings or on four, and plays something slow, that does not try to make it better, and keeps beside it. When it is over he looks at the floor. "Mine was Gran," he says.|"You don't finish that one," says Corin. "I've stopped thinking I ought to. You just get so you can play it."}
-> DONE
= rest
{"I lie there and count bars' rest," says Corin. "Then I lose count, and then I've to go back to the beginning."|"The harmonium's quite nice at three," says Corin. "You do it with no air in. It's just clicks."}
-> DONE
= animals
{"There was a chapel cat," says Corin. "She sat on the low F. All the hymns had it." He tries the names on the strings, one and then the other, to hear which of them is the minor.|"I'd play for them," says Corin. "They wouldn't have to like it."}
-> DONE
= food
"There was soup," says Corin. "I think it's still on the harmonium."
-> DONE
= money
"I get paid in eggs," says Corin. "It's all right. You can't break a promise with an egg. Or, no. You can."
-> DONE
= heart
{"When it's going, yes," says Corin. "And then it stops, and I look up, and everybody's gone home." He rubs at the rosin on his sleeve. "I think I'd like to be somebody who's still there when it stops."|{stage("song") > 1:"Now," says Corin. "I mean it. Now."|"Nearly," says Corin. "There's about a note in it."}}
-> DONE
= secret
"I forget everything that hasn't a tune," says Corin, "so I'm, well. I'm very safe."
-> DONE
= colour
"The green on the pews," says Corin. "It's about a D."
-> DONE
= felt
{tone() == "sad": {Corin slides along the pew until there is room, and then, because that does not seem enough, a bit further. "You can stay in the slow part," he says. "It's the best part. Nobody lets you stay in it."|Corin hums very low, so that you need not answer.}}
{tone() == "anxious": {"I get it in the hands," says Corin. "What I do is, I tune. Just one string. Up a hair, down a hair, till it's, there. You can listen to it get there, if you like." He does, and it does.|"Breathe on the rest," says Corin. "That's what they're for. People think they're gaps."}}
{tone() == "angry": {"Play it," says Corin. "I mean, stamp. I'll do the tune." And he does, something fast and furious, with most of the notes in it.|"That's got a good hard edge," says Corin, with respect.}}
{tone() == "tired": {"The second pew's the one for lying down," says Corin. "There's a kneeler that's gone soft. I won't play anything with a middle."|Corin puts the bow away quietly, one click and then the other.}}
{tone() == "warm" || tone() == "playful": {Corin looks up with his whole face. "It's in the room now," he says. "You can't un-play it. I always forget you can just, say it."|"That's major," says Corin, "that is."}}
{tone() == "neutral" || tone() == "curious": {"Oh," says Corin. "Yes. I know that one. I know how it goes, anyway. Nobody ever taught me the words."|Corin nods, and goes on nodding, until it is nearly a rhythm.}}
-> DONE
= rough
{Corin gets the fiddle behind him before he thinks about himself. He is shaking a bit. "Please don't," he says. "I'll just, I'll wait till you've stopped."|"You nearly hit a hymn," says Corin, very white.}
-> DONE
= touched
{Corin goes stiff, and then all at once does not, and leans, like somebody who has been carrying something by himself for a good while.|"Thanks," says Corin, into your shoulder, or to it.}
-> DONE
= helped
{"You could turn," says Corin. "Pages. There aren't any pages, but if you sort of stand there." You stand there. He plays a good deal better.|"It's just nice not to be the only one listening," says Corin.}
-> DONE
= seen_off
"Right, yes, bye," says Corin. "I'll be, well, here. Mind the pew end."
-> DONE

=== oona_own
= work
{"That's the trouble with indoors," says Oona. "There's no dusk in it to tell you when to stop." She hands you the twine to hold, and you find that you are holding it.|{~"You're not there now," says Oona. "You're in with the beans."|"Folk'll tread on a thing because it came up where they were walking," says Oona. "It mostly comes up again."}}
-> DONE
= shouted
{"Shouted, did they?" says Oona. "There's hens do that. It's the ones with nothing in the nest." She hands you the twine to hold, and you find that you are holding it.|"You're not there now," says Oona. "You're in with the beans."}
-> DONE
= of_work
"It's not work, it's keeping company," says Oona. "They do the work."
-> DONE
= people
{"Stand by the right-hand hive and say it again," says Oona. "That's the kind one. They like to know who's who." She waits while you do it.|{~"You prune them wrong and they sulk," says Oona. "You leave them be and they strangle each other. I never had the knack of people."|"Aye," says Oona, and she picks off a dead leaf, and there is no hurry in it.}}
-> DONE
= of_people
"I'd a husband, and I'd four brothers," says Oona. "Now there's the pear. I talk to it. I talked to them, come to that."
-> DONE
= loss
{Oona takes a ribbon of black cloth out of her apron, and ties it round the nearest hive, and stands a while with her hand flat on the roof. "You have to tell them," she says, "or they leave. Now they know, they'll stay with you."|"Plant something," says Oona. "It won't help. But in April there it is."}
-> DONE
= rest
{"I've not slept through since I was seventy," says Oona. "I come out here. You'd be surprised how much goes on being alive in the dark."|"Hops," says Oona. "Or don't fight it. One or the other."}
-> DONE
= animals
{"Do they come when they're called?" says Oona. "No. Good. I don't hold with things that come when they're called." But she wants to know which of them is the elder.|"I'd a goat," says Oona. "I'd rather not go into it."}
-> DONE
= food
"Windfalls," says Oona. "Mind the wasp's half."
-> DONE
= money
"What would I do with it?" says Oona. "They can't spend it and I can't eat it."
-> DONE
= heart
{"Lonely's when there's somebody ought to be there," says Oona. "I've had that. It wore thin with washing. Happy's easier. That's just noticing."|"I'm warm, I've my teeth, and the plums were good," says Oona.}
-> DONE
= secret
"Tell the middle one," says Oona, with a thumb at the hives. "Clever, and doesn't gossip. I'll be over here being deaf."
-> DONE
= colour
"Whatever's out," says Oona.
-> DONE
= felt
{tone() == "sad": {Oona does not stop what she is doing. She only does it nearer to you. After some time she puts half an apple on the wall, at your elbow, cut side up.|"Let it rain, then," says Oona. "You can't hurry rain."}}
{tone() == "anxious": {"Listen to that," says Oona, and points her chin at the hives. "Forty thousand of them, all with something to see to, and it comes out as one note. Hum it. Go on. Nobody's looking."|"Feet," says Oona. "Where are they? In the earth. Well, then."}}
{tone() == "angry": {"Dig," says Oona, and sticks a fork in the bean row for you. "It all wants turning over by Sunday. You may as well be cross at something that'll thank you."|"Good," says Oona. "I was beginning to think you'd no sap."}}
{tone() == "tired": {"There's a bucket," says Oona. "Turn it over and sit on it. The whole garden's going to bed, you may as well watch it."|"Winter's for that," says Oona. "Nobody scolds a tree."}}
{tone() == "warm" || tone() == "playful": {"Tell them too," says Oona, with a nod at the hives. "They only ever get the deaths."|"Ha," says Oona. It is a laugh, the short sort, well aged.}}
{tone() == "neutral" || tone() == "curious": {"Is that so?" says Oona. "It'll be something else by dinner time. I generally am."|Oona looks at you under the hat. "You'll do," she says.}}
-> DONE
= rough
{Oona does not move at all. Behind her the hum goes up, a whole tone, from all three boxes at once. "They don't like that," she says. "I'd put it down, if I was you."|"Eighty-eight," says Oona, "and I've a hoe."}
-> DONE
= touched
{Her hand is small and dry, and as light as a leaf with a good deal of frost in it. She lets you have it for a while. "You've cold fingers," says Oona. "You want to keep bees."|"Get on," says Oona, but she does not take the hand away.}
-> DONE
= helped
{"Pull that out," says Oona. "Not that. That." You pull out what she points at, and by the end of the row you can tell without being pointed at.|"It's done for today," says Oona. "It's never done, mind. That's what's good about it."}
-> DONE
= seen_off
"Shut the door after you," says Oona, "and come when the pears are in."
-> DONE

=== ines_own
= work
{"You have brought it up the ladder with you," says Ines. "I see it, there, over the left shoulder. Put it by the door. Nobody will take it." She looks again. "So. Already you are longer."|{~"You stand differently when you speak of it," says Ines. "The left shoulder comes up. Now it goes down. Good."|"In my country," says Ines, "we say that the dog which barks has also a chain. It does not help the ears."}}
-> DONE
= shouted
{"He shouted? What colour did he go?" says Ines. She wants to know exactly. "Ah. That red I know. It is a cheap red, it does not last. In one year it is pink." She looks at you again. "But today it is on you everywhere. Sit by the window."|"You stand differently when you speak of it," says Ines. "The left shoulder comes up. Now it goes down. Good."}
-> DONE
= of_work
"It is the only thing where I am not in a hurry," says Ines. "For the rest, a terrible person."
-> DONE
= people
{Ines has turned over a sheet. "How do they hold their heads?" she says. You tell her. In eight lines there is somebody on the paper, from behind, who might be anyone, and is not. She gives it to the clothes peg nearest to you.|{~"You smiled with one side," says Ines, "when you said that. It is the honest side."|"Far away they are smaller," says Ines, "but the outline is much clearer. It is a pity."}}
-> DONE
= of_people
"A mother who thinks I am at a conference," says Ines, "and two brothers who think that I am a painter. I disappoint them all a very little."
-> DONE
= loss
{Ines lays the brush down, takes a clean sheet, and leaves it clean. She pegs it up with the others, in the good light. "There," she says. "One does not fill that in."|"When my father was gone I painted only chairs," says Ines. "A whole year. They were quite good chairs."}
-> DONE
= rest
{"At four in the morning I am a genius," says Ines. "At nine I see what it was. But it keeps one company, to be a genius."|"I leave you the small stool," says Ines. "It is good for not sleeping on."}
-> DONE
= animals
{"Wait, wait," says Ines, with a pencil. "The ears?" And there they are on the edge of the newspaper, more or less as they are at home. She has given one of them your eyebrows.|"An animal never asks if it is finished," says Ines. "I am envious."}
-> DONE
= food
"Bread, an onion, and blue," says Ines. "Do not eat the blue. I have done it."
-> DONE
= money
"I have paid everything here with drawings," says Ines. "It is possible that I am money."
-> DONE
= heart
{"Here? Yes. It is very inconvenient," says Ines. "One came for two weeks, to be melancholy, and they bring jam."|"Tuesdays I am lonely," says Ines. "I do not know why Tuesdays."}
-> DONE
= secret
"Yes," says Ines at once. "I will only see it. I have no one here to say it to, in my language."
-> DONE
= colour
"Ah, no," says Ines. "That is like to ask a mother."
-> DONE
= felt
{tone() == "sad": {Ines looks at you, and away, and mixes for a while. Then she shows you the knife: a grey with a great deal in it. "That is you, today," she says. "It took eleven colours. One thinks that grey is nothing."|"Stay," says Ines. "You do not have to be a nice light. Nobody here is painting you. Well. Only a little."}}
{tone() == "anxious": {"Close one eye," says Ines. "So. Now the whole sea is flat, it is on the window, it is as big as your hand. I do it when it is too much. Afterwards one may open the eye again."|"Find me five whites in this room," says Ines. "They are all lying. Not one is white."}}
{tone() == "angry": {She gives you the big brush and the oldest canvas. "That one is bad since July," says Ines. "Please. Be my guest."|"Beautiful," says Ines. "No, I mean it. You have a jaw."}}
{tone() == "tired": {"There is a heap of nets with a blanket on it," says Ines. "It is where I have my best ideas, that is to say none."|Ines turns the lamp so that it is not in your eyes.}}
{tone() == "warm" || tone() == "playful": {"Say it to the person," says Ines. "If the person is far, say it to the window. It faces the right way."|"Hold still," says Ines. "No, do not hold still. It is that it moves."}}
{tone() == "neutral" || tone() == "curious": {"Yes, it shows," says Ines. "It is not ugly. I would leave it in."|Ines holds up a thumb, and measures you, and nods.}}
-> DONE
= rough
{Ines steps aside, as one does for a door that opens outward, and you have a palette full of cobalt between you and what you meant. "Think of the coat," she says.|"If you break it you must finish it," says Ines.}
-> DONE
= touched
{Ines kisses you on both cheeks before you have quite arrived. There is blue on you now, in two places.|"Careful, wet," says Ines, and holds on with her elbows.}
-> DONE
= helped
{You hold the far end of a canvas while Ines hammers. You are told that you have a very good far end.|"Stand there and be tall," says Ines. It turns out to be a real help.}
-> DONE
= seen_off
"Go before the light does," says Ines. "And look up when you cross the road. I wave."
-> DONE
