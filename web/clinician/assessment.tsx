// What is known in short: why this is a case, how the player is met meanwhile, whom they can be reached through.
import type { OpenedCase, PlayerFacts } from './cases.ts';
import { Part } from './part.tsx';
import { reasonsInWords } from './reasons.ts';
import { coverageText } from './words.ts';

export function Assessment({ found }: { found: OpenedCase }) {
  const { player } = found;
  const reasons = reasonsInWords(found.evidence.flatMap((one) => one.reasons));
  // A case without readable evidence is treated as the gravest.
  const hold = found.evidence.length === 0 || found.evidence.some((one) => one.response === 'hold');
  return (
    <Part title="Assessment">
      {reasons.length > 0 && (
        <ul className="reasons">
          {reasons.map(({ id, words }) => (
            <li key={id}>
              {words} <code>{id}</code>
            </li>
          ))}
        </ul>
      )}
      <p className="case__aside">
        Found by rules on single texts. It can be wrong in both directions: read the words before you judge.
      </p>
      <dl className="facts">
        <Fact name="The story">{storyLine(found, hold)}</Fact>
        {found.aboutGame > 0 && (
          <Fact name="About the game">
            The player said so {found.aboutGame === 1 ? 'once' : `${found.aboutGame} times`} while the story was held.
          </Fact>
        )}
        <Fact name="At opening">{coverageText(found.coverage)}</Fact>
        {found.previous !== null && (
          <Fact name="Before this">Case {found.previous} of this player ended less than seven days earlier.</Fact>
        )}
        <Fact name="Player">{player === null ? 'The profile cannot be read just now.' : playerLine(player)}</Fact>
        {player !== null && (
          <Fact name="Someone they trust">
            {player.contactPerson === null
              ? 'none given, or no consent to contact them'
              : `${player.contactPerson.name}, ${player.contactPerson.contact}`}
          </Fact>
        )}
      </dl>
    </Part>
  );
}

function playerLine(player: PlayerFacts): string {
  const team = player.careTeam === 1 ? 'clinician' : 'clinicians';
  return [
    player.country === null ? 'country unknown' : countryName(player.country),
    player.language === null ? null : languageName(player.language),
    player.careTeam === 0 ? 'no care team of their own' : `${player.careTeam} ${team} in the care team`,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function Fact(props: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function storyLine(found: OpenedCase, hold: boolean): string {
  if (found.releasedAt !== null) return 'released: the player may go on.';
  return hold
    ? 'held. The help dialogue stays open until somebody releases it.'
    : 'a check-in: the player may go on when they choose.';
}

function countryName(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code;
}

function languageName(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
}
