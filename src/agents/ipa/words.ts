// Common English words: what tells English from another language, and what a spelling correction must leave alone ("quite" is
// not a slip of "quit"). And the polite or hesitant phrases that stand around a command and change nothing in it.

const COMMON = `
  a able about above across actually afraid after again against ago all almost alone along already also always am an
  and angry another any anyone anything are around as ask asked asking at away back bad be beach became because become
  been before began begin behind being believe below beside best better between big bit boats body book both boy
  breath breathe bright bring brother brought but by call came can car care change child children city clear close
  cloud clouds cold come coming could country course cry cut dad dark daughter day days dead deal dear deep did die
  died different do does doing done door down dream drive during each early earth easy eat else end enough even
  evening ever every everybody everyone everything eye eyes face fact fall family far fast father feel feeling
  feelings fell felt few fight find fine fire first follow food for forget forgot forward found four friend friends
  from front full game gave get getting girl give given glad go god goes going gone good got great green ground group
  grow guess had half hand hands happen happened happy hard has hate have having he head heal health hear heard heart
  heavy held hello help her here hers herself high him himself his hold home hope hot hour hours house how however
  hurt hurts husband i idea if important in inside instead into is it its itself job just keep kept kid kids kind knew
  know known lady land large last late later laugh lay lead learn least leave left less let letter life light like
  line listen little live lived living lonely long look looked looking lose lost lot loud love lovely low made make
  makes making man many matter may maybe me mean means meet men might mind mine minute miss mom moment money month
  months moon more morning most mother move much mum music must my myself name near nearly need needed needs nervous
  never new next nice night no nobody none not nothing now of off often oh old on once one only open or other others
  our out outside over own pain parents part past people perhaps person phone place plan play please point poor pretty
  problem put question quick quickly quiet quit quite rain ran rather reach read ready real really reason red remember
  rest right road room run sad said same sat saw say saying says scared school sea see seem seems seen sense set
  several shall she ship shore short should show side since sister sit sitting sky sleep slow slowly small so soft
  some someone something sometimes son song soon sorry sort sound sounds speak stand stars start started stay step
  still stood stop storm story strange street strong such summer sun sure table take taken talk talked talking teach
  tell than thank that the their them then there these they thing things think thinking third this those though
  thought thoughts three through time times tired to today together told tomorrow tonight too took top toward town
  tree trees trouble true trust try trying turn turned two under understand until up upon us use used usually very
  voice wait waiting walk wall want wanted wants war warm was wasn watch water way we weather week weeks well went
  were what when where whether which while white who whole whose why wife will wind window winter wish with within
  without woman wonder wonderful word words work worked world worried worry worse would write wrong yard year years
  yes yesterday yet you young your yours yourself
  aha aww brr eek ha hah heh hmm huh lol meh oh omg ooh oops ouch ow psst shh ugh uh um whoa wow yay yikes`;

export const COMMON_WORDS: ReadonlySet<string> = new Set(COMMON.trim().split(/\s+/));

/** What one says to another in a word, and does to nobody. */
export const INTERJECTIONS: ReadonlySet<string> = new Set(
  'aha aww ha haha hah hmm huh interesting lol maybe nothing oh ooh perhaps really so true ugh well whoa wow yay'.split(
    ' ',
  ),
);

/** Longest first, so that the most is peeled off at once. */
function phrases(list: string): readonly (readonly string[])[] {
  return list
    .split(';')
    .map((phrase) => phrase.trim().split(' '))
    .sort((a, b) => b.length - a.length);
}

/** What may come before a command. */
export const LEADS = phrases(`
  please; well; so; um; uh; hmm; hm; oh; ah; okay; right; now; then; just; maybe; perhaps; actually; also; first;
  next; quickly; slowly; carefully; gently; quietly; softly; kindly; simply; finally; instead; hey; yes; yeah; sure;
  alright; and; or; i; we; i want to; i want you to; we want to; i would like to; i would like you to;
  we would like to; i would love to; i would rather; i wish to; i need to; i need you to; i have to; i must;
  i should; i will; i shall; we will; we should; i am going to; we are going to; i am about to; i try to;
  i will try to; try to; i decide to; i choose to; i think i will; i guess i will; i think i want to;
  i think i would like to; i think we should; i mean; i start to; i begin to; start to; begin to; i am; i keep;
  i start; i am trying to; help me; help me to; i feel like; i can; i could; let me; let us; may i; may we; can i; can we; can you;
  could i; could we; could you; would you; will you; shall we; shall i; should i; should we; can not you;
  could not you; would you mind; do you mind if i; is it possible to; is it okay to; is it okay if i;
  would it be possible to; am i able to; can i please; could i please; could you please; can you please;
  would you please; can we please; how about we; how about i; how about; what if i; what if we; what about;
  why do not we; why do not i; go ahead and; go and; go; come and; make me; have me; want to; would like to; time to;
  i had better; better`);

/** What may come after one. */
export const TRAILS = phrases(`
  please; now; right now; for me; for a moment; for a minute; for a second; for a while; for a bit; for now;
  a moment; a minute; a little; a bit; a while; for a little while; for a little bit; a little while; awhile; again;
  too; as well; first; instead; then; though; if possible; if i can; if i may; if you can; if that is okay;
  if you do not mind; thanks; thank you; quickly; slowly; carefully; gently; quietly; softly; silently; warmly;
  immediately; here; together; with me; to me; maybe; perhaps; i guess; i think; i suppose; okay; today; tonight;
  sir; yet; once more; anyway; alone; myself; more closely; closely; closer; in silence; and wait; or something`);

/** What turns a command into its refusal. */
export const REFUSALS = phrases(`
  do not; never; not; i do not; i do not want to; i do not want you to; i do not wish to; i do not need to;
  i do not have to; i do not think i want to; i do not think i should; i do not think we should; i would not;
  i would rather not; rather not; i will not; i shall not; i can not; i could not; i should not; i must not;
  i am not; i am not going to; i am not ready to; i refuse to; refuse to; we do not; we should not; we will not;
  let us not; let me not; try not to; stop; avoid; i do not feel like; i do not dare to; i did not; i am afraid to;
  i am scared to; you should not; i would not want to; i do not like to; you must not; we must not; we can not;
  do not you dare; do not let me; do not make me; i am not able to; no need to; i no longer want to; do not ever;
  i never want to; i never`);
