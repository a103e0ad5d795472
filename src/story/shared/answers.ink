// What is answered out of the fiction, in every world: plain, true of the page as it is, and without any wish that the player
// stay. Added to each world by the loader; a world with a file of this name has its own words instead. What stands between
// quotation marks and begins with a capital is written on the page so, and a test compares the two.

=== about
= areyoureal
This is software, and a game. The people in the story are made up, and there is no person behind the words.
No person is reading along as you play, unless help was called or your care team has opened the story. To find people, press "Get help now" at the top of the page.
-> DONE

= person
This is software, and it cannot put anyone through to you. People are to be found under "Get help now", at the top of the page: who can be reached where you are, and "Ask for a person" for your care team.
-> DONE

= stop
You can stop here. Your place is kept, just as you leave it, and you can close the page whenever you like.
If you want help for yourself, press "Get help now" at the top of the page.
-> DONE

= gentler
Quieter, then. For a while the telling goes softly. You can write "skip this" to leave something be, and "stop" at any time.
-> DONE

= skip
Then that is left alone. Nothing in the story has to be gone through, and there are other ways on from here.
-> DONE

= technique
You stop for a moment. Where something of that kind fits, the story brings it in.
-> DONE

= saving
Each turn is kept as soon as it is answered, so there is nothing to save. You can close the page, and go on from the same place with "Continue" when you come back.
-> DONE

= readers
The software reads every line, to answer it and to notice when somebody may be in danger. People of your care team can open the story as far as you allowed it, and when help is called.
Under "Options" you find "Who has seen this", and "What the story should know" leads to what you agreed to.
-> DONE

= ending
The story has several threads, and each of them can come to its end. The place stays open afterwards. You can leave at any time, and nothing has to be finished.
-> DONE

= length
There is no clock, and no number of turns to reach. Stay as long or as short as you like; the story waits in between.
-> DONE

= losing
You cannot lose here, and there is no score. What does not work is only the next thing that happens, and "undo" takes back the last turn that changed something.
-> DONE

= undoing
Write "undo", and the last turn that changed something is taken back. Write it again to go back one more.
-> DONE

= restarting
To begin afresh, choose "Back to your stories" under "Options", and "Begin" there. This story stays as it is, and "undo" takes it back a turn at a time.
-> DONE

= talking
Use a name: "talk to", "ask" or "tell", and "about" for what you have in mind. Where only one other is with you, you can simply say it. "Who is here" tells you who is near.
-> DONE

= stopping
Write "stop", or close the page: your place is kept. Under "Options" there are "Pause" and "End this story". A story that was ended can be read again, but does not go on.
-> DONE

= page
Look under "Options", the letters at the top of the page: "Text size", and "Light or dark".
-> DONE

= help
If you want help for yourself, press "Get help now" at the top of the page: it shows who can be reached where you are, and lets you ask for a person. If it is the story that has you stuck, write "hint".
-> DONE

= stories
"Back to your stories", under "Options", shows what else there is. Your place in this one is kept.
-> DONE

= device
This is a web page: a phone, a tablet or a computer will do. Sign in on another as you did on this one, and your stories are there.
-> DONE

= exercises
Now and then the story brings in something small to try, such as a slow look round. It can always be left, and nothing depends on it. To have none at all, choose "What the story should know" under "Options".
-> DONE

= therapy
No. It is a game, a place to play and to practise. It is not a treatment, and does not stand in for one.
For help from people, press "Get help now" at the top of the page.
-> DONE

= pace
Nothing has to be answered or gone through. Write "skip this" to leave something be, "gentler" for a quieter telling, and "stop" at any time.
-> DONE

// Comes after the world's own farewell.
=== o_closing(a, b)
Your place is kept. You can close the page now.
-> DONE
